/** Cut an email into what is shown each in its own way: claims, merge fields, and plain text. */

const FIELD = /(\{\{[a-z][a-z0-9_]*\}\})/;

/** Return [{text, field}] of a text: merge fields apart from the words around them. */
export const fieldsOf = (text) => text.split(FIELD).filter(Boolean).map((piece) => ({ text: piece, field: FIELD.test(piece) }));

/** Return [{text, claim}] of a body: each claim's sentence with the claim's index, the rest with null. */
export function claimsOf(body, claims) {
  const found = claims
    .map((claim, index) => ({ index, from: body.indexOf(claim.sentence), length: claim.sentence.length }))
    .filter(({ from, length }) => from >= 0 && length > 0)
    .sort((one, other) => one.from - other.from);
  const pieces = [];
  let at = 0;
  for (const { index, from, length } of found) {
    if (from < at) continue; // it overlaps with the one before
    if (from > at) pieces.push({ text: body.slice(at, from), claim: null });
    pieces.push({ text: body.slice(from, from + length), claim: index });
    at = from + length;
  }
  if (at < body.length) pieces.push({ text: body.slice(at), claim: null });
  return pieces;
}
