// What the forms of these pages would send, in the order they send it: `sent` holds one list of [name, value] a submit.
window.sent = [];
window.record = (entries) => sent.push([...entries].map(([name, value]) => [name, String(value)]));
