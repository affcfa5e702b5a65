const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text) => String(text).replace(/[&<>"]/g, (c) => ENTITIES[c]);

/** Values put into a template are escaped, unless they are templates themselves. */
export function html(strings, ...values) {
  const said = (value) =>
    Array.isArray(value)
      ? value.map(said).join('')
      : value instanceof Html
        ? value.text
        : escaped(value ?? '');
  return new Html(strings.reduce((text, part, i) => text + said(values[i - 1]) + part));
}

class Html {
  constructor(text) {
    this.text = text;
  }
}

export const page = ({ lang, title, style, body }) =>
  `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/${style}.css">
</head>
${body.text}
</html>
`;
