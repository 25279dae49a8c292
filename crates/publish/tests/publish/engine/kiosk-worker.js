self.release = { version: DATA.version, files: DATA.files, words: DATA.words };
