const closing = /^[，,、；;。：:）)》】”]/;
const numberInBrackets = /^[（(][^（）()]{2,24}号[）)]/;
const joining = /^(?:的|和(?!谐|平|睦)|与(?!会|时)|及(?!时|早|格)|或|等(?!级|额|于)|以及|中\s?[A-Z])/;

/**
 * Whether a line can only go on with the sentence above it: closing marks, the number of a document in brackets, words
 * that begin no sentence.
 */
export function goesOn(text: string): boolean {
  return closing.test(text) || numberInBrackets.test(text) || joining.test(text);
}
