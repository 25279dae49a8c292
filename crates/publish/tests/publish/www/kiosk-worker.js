self.release = __RELEASE__;
