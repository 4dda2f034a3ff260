// Goes on to the language that the reader prefers: Chinese or English, and English if it is neither.
const preferred = (navigator.languages || [navigator.language || ""]).find(code => /^(zh|en)\b/i.test(code));
location.replace(/^zh/i.test(preferred || "") ? "zh/index.html" : "en/index.html");
