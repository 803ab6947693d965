/** Names of bodies, such as the units of a department. */
export const bodyName =
  /(?:局|委|委员会|厅|中心|院|校|学|馆|站|所|队|处|园|社|部|台|团|办公室|协会|联合会|本级\)?)(?:\([^()]*\))?$/;
