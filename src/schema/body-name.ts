/** Names of bodies, such as the units of a department. */
export const bodyName =
  /(?:局|委|委员会|厅|中心|院|校|学|馆|站|所|队|处|园|社|部|台|团|办公室|协会|联合会|本级\)?)(?:\([^()]*\))?$/;

/** Whether a label may be the name of a body, 政府 and societies included; a project may be called so too. */
export function isBodyName(name: string): boolean {
  return bodyName.test(name.normalize('NFKC')) || /(?:政府|会|机关)$/.test(name);
}

/** What a line of a list calls a body, without the code of its budget unit: `328001-云溪县图书馆`. */
export function withoutBodyCode(name: string): string {
  return name.replace(/^[[(（【]?\d{3,}[\])）】]?[-_:：—]?(?=\p{Script=Han})/u, '');
}
