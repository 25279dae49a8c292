export const css = DATA.css;
