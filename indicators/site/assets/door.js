// On to the reader's language: Chinese for who reads any Chinese, English for everyone else.
const chinese = (navigator.languages || [navigator.language || ""]).find(code => /^(zh|en)\b/i.test(code));
location.replace(/^zh/i.test(chinese || "") ? "zh/index.html" : "en/index.html");
