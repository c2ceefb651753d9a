/** Write tables as CSV (RFC 4180) that spreadsheets read as text and numbers, never as formulas. */

/** Return rows of cells as CSV. */
export const csv = (rows) => rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

function cell(value) {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : String(value ?? ""); // a spreadsheet would run these
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
