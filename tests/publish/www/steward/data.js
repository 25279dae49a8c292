export const DATA = __DATA__;
