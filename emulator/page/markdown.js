const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => escapes[sign]);

/** Turns the Markdown that Teams draws in a card (bold, italics, links, lists) into HTML. Everything else is escaped; only https links become links. */
export function markdownToHtml(text) {
  const blocks = [];
  let list;
  for (const line of text.replaceAll("\r", "").split("\n")) {
    const item = /^\s{0,3}(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/.exec(line);
    if (!item) {
      list = undefined;
      blocks.push({ kind: "line", html: inline(line) });
      continue;
    }
    const kind = item[1] ? "ul" : "ol";
    if (list?.kind !== kind) {
      list = { kind, start: Number(item[2] ?? 1), items: [] };
      blocks.push(list);
    }
    list.items.push(inline(item[3]));
  }
  return blocks.map(blockHtml).join("");
}

function blockHtml(block, index, blocks) {
  if (block.kind === "line") {
    const next = blocks[index + 1];
    return `${block.html}${next?.kind === "line" ? "<br>" : ""}`;
  }
  const items = block.items.map((item) => `<li>${item}</li>`).join("");
  return block.kind === "ul" ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
}

const tokens =
  /\\([\\`*_{}[\]()#+\-.!>~|])|\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|\*(?=\S)(.+?)(?<=\S)\*|(?<![\p{L}\p{N}])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}])|\[([^\]\n]*)\]\(([^)\s]*)\)/u;

function inline(text) {
  const found = tokens.exec(text);
  if (!found) return escapeHtml(text);
  const before = escapeHtml(text.slice(0, found.index));
  const after = inline(text.slice(found.index + found[0].length));
  const [, escaped, bold, boldToo, italic, italicToo, label, address] = found;
  if (escaped !== undefined) return before + escapeHtml(escaped) + after;
  if (bold ?? boldToo) return `${before}<strong>${inline(bold ?? boldToo)}</strong>${after}`;
  if (italic ?? italicToo) return `${before}<em>${inline(italic ?? italicToo)}</em>${after}`;
  return before + link(label, address) + after;
}

function link(label, address) {
  if (!/^https:\/\/[^\s"'<>]+$/i.test(address)) return inlineLabel(label);
  return `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${inlineLabel(label)}</a>`;
}

const inlineLabel = (label) => escapeHtml(label);
