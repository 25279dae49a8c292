window.__seen.ran.push(new URL(import.meta.url).search.slice(1));
