/**
 * Whether a line can only go on with the sentence above it: closing marks, the number of a document in brackets, words
 * that begin no sentence.
 */
export function goesOn(text: string): boolean {
  return /^(?:[，,、；;。：:）)》】”]|[（(][^（）()]{2,24}号[）)]|[的和与及或等](?!于)|以及|中\s?[A-Z])/.test(
    text,
  );
}
