/** The same function, whose results are kept: of thousands of disclosures most names and texts are the same. */
export function remembered<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = make(text);
      known.set(text, result);
    }
    return result;
  };
}
