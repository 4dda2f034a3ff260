// A chart → an image that the browser saves, with what it says of itself: title, description, sources, link, licence and
// data, in the same words and places as in images that the program draws (export/image_metadata.py).
//
// A plain script that adds one function to the window: a page that is opened from a disk may load no modules.
(() => {
  "use strict";
  const PNG_HEADER = 33; // bytes before the first chunk of our own: the signature and the header of the image
  const KEPT = 10_000; // milliseconds for which a browser can read what it saves
  const NAMESPACES = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:cc": "http://creativecommons.org/ns#",
  };
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

  const escaped = text => text.replace(/[&<>"']/g, character => ENTITIES[character]);

  const attributes = values => Object.entries(values).map(([name, text]) => ` ${name}="${escaped(text)}"`).join("");

  const element = (name, text) => `<${name}>${escaped(text)}</${name}>`;

  const inSvg = (svg, about) => {
    const terms = {
      "dc:title": about.title, "dc:source": about.source, "dc:relation": about.link, "dc:rights": about.license,
      "dc:identifier": about.identifier, "dc:isPartOf": about.collection, "dc:language": about.lang,
    };
    const work = Object.entries(terms).filter(([, text]) => text).map(([name, text]) => element(name, text)).join("");
    const address = about.license_address;
    const license = address ? `<cc:license${attributes({ "rdf:resource": address })}/>` : "";
    const described = `<rdf:RDF${attributes(NAMESPACES)}><cc:Work rdf:about="">${work}${license}</cc:Work></rdf:RDF>`;
    const head = element("title", about.title) + element("desc", about.description);
    const end = svg.indexOf(">");
    const start = svg.slice(0, end) + attributes({ role: "img", "xml:lang": about.lang });
    return `${start}>${head}<metadata>${described}</metadata>${svg.slice(end + 1)}`;
  };

  const crc32 = bytes => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };

  // A chunk iTXt: text in UTF-8, not compressed, without a translation of its keyword.
  const textChunk = (keyword, text, lang) => {
    const content = new TextEncoder().encode(`iTXt${keyword}\0\0\0${lang}\0\0${text}`);
    const chunk = new DataView(new ArrayBuffer(content.length + 8));
    chunk.setUint32(0, content.length - 4);
    new Uint8Array(chunk.buffer).set(content, 4);
    chunk.setUint32(content.length + 4, crc32(content));
    return chunk;
  };

  const inPng = (png, about) => {
    const texts = {
      Title: about.title,
      Description: about.description,
      Source: [about.source, about.link].filter(Boolean).join(" "),
      Copyright: [about.license, about.license_address].filter(Boolean).join(" "),
      Collection: `${about.collection} (${about.identifier})`,
    };
    const chunks = Object.entries(texts).filter(([, text]) => text).map(
      ([keyword, text]) => textChunk(keyword, text, about.lang));
    return [png.slice(0, PNG_HEADER), ...chunks, png.slice(PNG_HEADER)];
  };

  /** Save a figure of Plotly as an image; `options` are those of Plotly.downloadImage. */
  window.saveChartImage = async (figure, { filename, ...options }, about) => {
    const image = await window.Plotly.toImage(figure, { ...options, imageDataOnly: true });
    const [parts, type] = options.format === "svg"
      ? [[inSvg(image, about)], "image/svg+xml"]
      : [inPng(Uint8Array.from(atob(image), character => character.charCodeAt(0)), about), "image/png"];
    const address = URL.createObjectURL(new Blob(parts, { type }));
    const link = Object.assign(document.createElement("a"), { href: address, download: `${filename}.${options.format}` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), KEPT); // Safari reads it only after the click
  };
})();
