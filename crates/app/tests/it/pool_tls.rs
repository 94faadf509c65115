//! `quarry pool --tls-listen` and `quarry mine --to stratum+ssl://`, with certificates made here: who is
//! believed, who is not and what is said then, and who comes to the wrong door.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use quarry_testkit::Bitcoind;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

use super::pool::{ONE, Pool, mine, node};
use crate::harness::{Ran, run};

const PATIENCE: Duration = Duration::from_secs(30);

/// An authority and what it vouches for, in files.
struct Certificates {
    place: tempfile::TempDir,
}

impl Certificates {
    /// Of a server of this name.
    fn of(name: &str) -> Self {
        let certificates = Self { place: tempfile::tempdir().unwrap() };
        let mut params = CertificateParams::new(vec![]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        certificates.write("ca.pem", &params.self_signed(&key).unwrap().pem());
        let issuer = Issuer::new(params, key);
        let key = KeyPair::generate().unwrap();
        let server = CertificateParams::new(vec![name.to_owned()]).unwrap();
        certificates.write("cert.pem", &server.signed_by(&key, &issuer).unwrap().pem());
        certificates.write("key.pem", &key.serialize_pem());
        certificates
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// A pool that shows them, with a door for each kind of miner.
    fn pool(&self, node: &Bitcoind) -> Pool {
        let (certificate, key) = (self.path("cert.pem"), self.path("key.pem"));
        let tls = ["--tls-listen", "127.0.0.1:0", "--tls-cert", certificate.to_str().unwrap()];
        Pool::start(node, &[&tls[..], &["--tls-key", key.to_str().unwrap()]].concat())
    }
}

/// Mines a block at the door with TLS, as long as one try is enough.
fn mine_by_tls(url: &str, more: &[&str]) -> Ran {
    let user = format!("{ONE}.tls");
    let args = ["mine", "--to", url, "--user", &user, "--blocks", "1", "-t", "1", "-r", "0"];
    run(&[&args[..], more].concat())
}

#[test]
fn miners_work_by_tls_for_a_pool_they_believe() {
    let (node, certificates) = (node(), Certificates::of("127.0.0.1"));
    let pool = certificates.pool(&node);
    let url = pool.tls_url.clone().unwrap();
    let ca = certificates.path("ca.pem");
    for option in ["--cacert", "--cert"] {
        let ran = mine_by_tls(&url, &[option, ca.to_str().unwrap()]);
        assert_eq!(ran.code, Some(0), "{ran:#?}");
    }
    // Nobody that browsers believe vouches for it.
    let ran = mine_by_tls(&url, &[]);
    assert_eq!(ran.code, Some(3), "{ran:#?}");
    assert!(ran.stderr.contains("UnknownIssuer"), "{ran:#?}");
    assert!(ran.stderr.contains("--cacert FILE"), "{ran:#?}");
    let strangers = Certificates::of("127.0.0.1");
    let other = strangers.path("ca.pem");
    let ran = mine_by_tls(&url, &["--cacert", other.to_str().unwrap()]);
    assert!(ran.code == Some(3) && ran.stderr.contains("--cacert FILE"), "{ran:#?}");
    // The same certificate at a name that is not in it.
    let local = url.replace("127.0.0.1", "localhost");
    let ran = mine_by_tls(&local, &["--cacert", ca.to_str().unwrap()]);
    assert!(ran.code == Some(3) && ran.stderr.contains("it is for another host"), "{ran:#?}");
    assert!(ran.stderr.contains("only valid for IpAddress(127.0.0.1)"), "{ran:#?}");
    // The other door is as open as ever.
    mine(&pool, &format!("{ONE}.plain"), 1);
    let last = pool.end();
    let names: Vec<&str> = last.workers.iter().map(|worker| worker.name.as_str()).collect();
    assert_eq!(names, [format!("{ONE}.plain"), format!("{ONE}.tls")]);
    assert!(last.listen.contains(&url), "{last:#?}");
}

/// A certificate that vouches for itself, as openssl makes it for a pool of one's own; an authority's own shown
/// in its place is refused with the way to make a better one.
#[test]
fn a_pool_may_vouch_for_itself() {
    let (node, certificates) = (node(), Certificates::of("127.0.0.1"));
    for (kind, believed) in
        [(IsCa::ExplicitNoCa, true), (IsCa::Ca(BasicConstraints::Unconstrained), false)]
    {
        let mut params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
        params.is_ca = kind;
        let key = KeyPair::generate().unwrap();
        certificates.write("cert.pem", &params.self_signed(&key).unwrap().pem());
        certificates.write("key.pem", &key.serialize_pem());
        let pool = certificates.pool(&node);
        let own = certificates.path("cert.pem");
        let ran = mine_by_tls(&pool.tls_url.clone().unwrap(), &["--cacert", own.to_str().unwrap()]);
        if believed {
            assert_eq!(ran.code, Some(0), "{ran:#?}");
        } else {
            assert!(ran.code == Some(3) && ran.stderr.contains("CA:FALSE"), "{ran:#?}");
        }
        pool.end();
    }
}

#[test]
fn who_comes_to_the_wrong_door_is_told_and_harms_nobody() {
    let (node, certificates) = (node(), Certificates::of("127.0.0.1"));
    let pool = certificates.pool(&node);
    let url = pool.tls_url.clone().unwrap();
    let address = url.strip_prefix("stratum+ssl://").unwrap();
    // Some that never say a word, and stay.
    let silent: Vec<_> = (0..20).map(|_| TcpStream::connect(address).unwrap()).collect();
    let mut plain = TcpStream::connect(address).unwrap();
    plain.set_read_timeout(Some(PATIENCE)).unwrap();
    plain.write_all(b"{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[]}\n").unwrap();
    let mut said = String::new();
    plain.read_to_string(&mut said).unwrap();
    assert!(said.contains("stratum+ssl://") && said.ends_with('\n'), "{said}");
    // Half a handshake, and what only begins like one.
    for bytes in [&b"\x16"[..], b"\x16\x03\x01\xff\xff", &[0x16; 4096]] {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(bytes).unwrap();
    }
    let mut garbage = TcpStream::connect(address).unwrap();
    garbage.set_read_timeout(Some(PATIENCE)).unwrap();
    garbage.write_all(&[0x16; 4096]).unwrap();
    let mut rest = Vec::new();
    // However it is closed, it is.
    let _closed = garbage.read_to_end(&mut rest);

    let wrong = pool.url.replace("stratum+tcp", "stratum+ssl");
    let ca = certificates.path("ca.pem");
    let ran = mine_by_tls(&wrong, &["--cacert", ca.to_str().unwrap()]);
    assert!(ran.code == Some(3) && ran.stderr.contains("with or without TLS?"), "{ran:#?}");
    let ran = mine_by_tls(&url.replace("stratum+ssl", "stratum+tcp"), &[]);
    assert!(ran.code != Some(0) && ran.stderr.contains("stratum+ssl://"), "{ran:#?}");

    let ran = mine_by_tls(&url, &["--cacert", ca.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    mine(&pool, &format!("{ONE}.plain"), 1);
    assert_eq!(pool.end().workers.len(), 2);
    drop(silent);
}

#[test]
fn files_that_are_no_certificates_are_refused_with_advice() {
    let (first, second) = (Certificates::of("a.example"), Certificates::of("a.example"));
    let refused = |certificate: &Path, key: &Path| {
        let ran = run(&[
            "pool",
            "--node",
            "http://127.0.0.1:1",
            "--tls-listen",
            "127.0.0.1:0",
            "--tls-cert",
            certificate.to_str().unwrap(),
            "--tls-key",
            key.to_str().unwrap(),
        ]);
        assert_eq!(ran.code, Some(2), "{ran:#?}");
        assert!(ran.stderr.contains("openssl req -x509"), "{ran:#?}");
        ran.stderr
    };
    let (cert, key) = (first.path("cert.pem"), first.path("key.pem"));
    assert!(refused(&first.path("none"), &key).contains("cannot read"));
    assert!(refused(&key, &key).contains("holds no certificate"));
    assert!(refused(&cert, &cert).contains("holds no private key"));
    assert!(refused(&cert, &second.path("key.pem")).contains("is not that of"));
    first.write("torn.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assert!(refused(&first.path("torn.pem"), &key).contains("torn.pem cannot be used"));
    first.write("long.pem", &" ".repeat(1_100_000));
    assert!(refused(&first.path("long.pem"), &key).contains("more than"));
    // One without the others is no use.
    let ran = run(&["pool", "--node", "http://127.0.0.1:1", "--tls-listen", "127.0.0.1:0"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("--tls-cert"), "{ran:#?}");
    let ran = mine_by_tls("stratum+ssl://127.0.0.1:1", &["--cacert", key.to_str().unwrap()]);
    assert!(ran.code == Some(2) && ran.stderr.contains("holds no certificate"), "{ran:#?}");
}
