/** A task for tests; throws for a negative number, and takes longer for larger ones. */
export default async function square(number: number): Promise<number> {
  if (number < 0) throw new Error(`negative: ${number}`);
  await new Promise((resolve) => setTimeout(resolve, number));
  return number * number;
}
