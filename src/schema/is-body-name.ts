const body =
  /(局|中心|委员会|办公室|厅|院|学校|中学|小学|幼儿园|站|所|队|馆|会|处|政府|委|部)([（(]本级[）)]|本级|机关)?$/;

/** Whether a label may be the name of a body (局, 中心, 学校 …); a project may be called so too. */
export function isBodyName(name: string): boolean {
  return body.test(name);
}
