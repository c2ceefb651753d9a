/** Save text or a fetched file on the user's disk. */

/** Save a text under a name. */
export const saveText = (name, text, type) => save(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** Save the body of a response under the name that it gives itself. */
export async function saveResponse(response, fallback) {
  const named = /filename="?([^";]+)"?/.exec(response.headers.get("content-disposition") ?? "");
  save(named ? named[1] : fallback, await response.blob());
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // slow disks still read it
}
