//! Which names the preview answers to. A page of another site that has its own name lead to this machine ("DNS rebinding")
//! could otherwise read what only this machine's user may.

use std::net::SocketAddr;

/// The names, in lower case, without a port.
#[derive(Clone, Debug)]
pub(super) struct HostNames(Vec<String>);

impl HostNames {
    /// Lists the names of this machine for itself, the address that is listened on, and `more`.
    pub(super) fn new(at: SocketAddr, more: &[String]) -> Self {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
        let bare = match at {
            SocketAddr::V4(at) => at.ip().to_string(),
            SocketAddr::V6(at) => format!("[{}]", at.ip()),
        };
        let more = more.iter().map(|name| name.to_ascii_lowercase());
        Self(own.into_iter().chain([bare]).chain(more).collect())
    }

    /// Says whether a `Host` header names one of them, with any port.
    pub(super) fn hold(&self, host: Option<&str>) -> bool {
        let Some(host) = host else { return false };
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        self.0.iter().any(|own| own.eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_names_count() {
        let at = "192.0.2.7:8000".parse().expect("an address");
        let names = HostNames::new(at, &["Preview.example".to_owned()]);
        for host in [
            "localhost",
            "LOCALHOST:8000",
            "127.0.0.1:1",
            "[::1]:8000",
            "[::1]",
            "192.0.2.7",
            "preview.example:8000",
        ] {
            assert!(names.hold(Some(host)), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "localhost.evil.example",
            "evil.example:8000",
            "127.0.0.1.evil.example:8000",
            "localhost:8000@evil.example",
            "192.0.2.8",
        ] {
            assert!(!names.hold(Some(host)), "{host}");
        }
        assert!(!names.hold(None));
    }
}
