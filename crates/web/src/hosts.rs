//! Under which names a listener is reached: the exact lists for `Host` and `Origin`.
//!
//! A page of another site can make a name of its own resolve to 127.0.0.1 (DNS rebinding) and is
//! then same-origin with a local server. It cannot choose the `Host` header, so an exact list stops
//! it. Does not know who is asking.

use axum::http::{HeaderMap, Uri, header};

/// The authorities (`name:port`) that a listener answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedHosts {
    authorities: Vec<String>,
}

impl AllowedHosts {
    /// This machine by its three usual names, at `port`.
    #[must_use]
    pub fn loopback(port: u16) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut authorities: Vec<_> = names.iter().map(|name| format!("{name}:{port}")).collect();
        if port == 80 {
            // Browsers leave the default port out.
            authorities.extend(names.map(String::from));
        }
        Self { authorities }
    }

    /// Adds a name that a proxy passes on, with its port unless that is the scheme's own:
    /// `quarry.lan:8380`, `quarry.example`.
    #[must_use]
    pub fn with(mut self, authority: &str) -> Self {
        self.authorities.push(authority.to_ascii_lowercase());
        self
    }

    /// The listener's first name as a URL without a path: `http://127.0.0.1:8380`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.authorities.first().map_or("", String::as_str))
    }

    /// Whether the request names exactly one host and it is one of these.
    pub(crate) fn names_us(&self, headers: &HeaderMap, uri: &Uri) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
        // A request line in absolute form carries a second name; it has to be ours as well.
        let target = uri.authority().is_none_or(|a| self.allows(a.as_str()));
        target && host.to_str().is_ok_and(|host| self.allows(host))
    }

    /// Whether `origin` is a page of this listener.
    pub(crate) fn is_our_origin(&self, origin: &str) -> bool {
        ["http://", "https://"]
            .iter()
            .filter_map(|scheme| origin.strip_prefix(scheme))
            .any(|authority| self.allows(authority))
    }

    fn allows(&self, authority: &str) -> bool {
        self.authorities.iter().any(|a| a.eq_ignore_ascii_case(authority))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_us(host: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        AllowedHosts::loopback(8380).with("Quarry.lan").names_us(&headers, &Uri::from_static("/"))
    }

    #[test]
    fn the_list_is_exact() {
        for host in ["127.0.0.1:8380", "LOCALHOST:8380", "[::1]:8380", "quarry.lan"] {
            assert!(names_us(host), "{host}");
        }
        for host in [
            "",
            "127.0.0.1",
            "127.0.0.1:8381",
            "localhost.:8380",
            "evil.example:8380",
            "127.0.0.1.nip.io:8380",
            "127.0.0.1:8380.evil.example",
            "user@127.0.0.1:8380",
            "quarry.lan:8380",
        ] {
            assert!(!names_us(host), "{host}");
        }
    }

    #[test]
    fn two_hosts_or_a_foreign_target_are_refused() {
        let hosts = AllowedHosts::loopback(1);
        let mut headers = HeaderMap::new();
        headers.append(header::HOST, "localhost:1".parse().unwrap());
        assert!(hosts.names_us(&headers, &Uri::from_static("http://localhost:1/")));
        assert!(!hosts.names_us(&headers, &Uri::from_static("http://evil.example/")));
        headers.append(header::HOST, "localhost:1".parse().unwrap());
        assert!(!hosts.names_us(&headers, &Uri::from_static("/")));
    }

    #[test]
    fn origins_are_exact() {
        let hosts = AllowedHosts::loopback(8380);
        assert!(hosts.is_our_origin("http://127.0.0.1:8380"));
        for origin in ["null", "", "http://127.0.0.1", "http://127.0.0.1:8380/", "file://"] {
            assert!(!hosts.is_our_origin(origin), "{origin}");
        }
    }
}
