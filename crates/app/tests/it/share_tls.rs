//! Sharing by mail over TLS: a server with a certificate of an authority that only the settings name.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, SanType};
use serde_json::json;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::harness::{Quarry, run};
use crate::mine_page::node;
use crate::share::{GREETING, OFFERS_TLS, Sink, mining, session, share};

/// An authority of nobody's knowledge.
struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Its certificate in a file.
    fn file(&self, folder: &Path) -> PathBuf {
        let path = folder.join("ca.pem");
        std::fs::write(&path, self.0.pem()).unwrap();
        path
    }

    /// What a server on this address needs that it vouches for.
    fn server(&self, name: IpAddr) -> Arc<ServerConfig> {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.subject_alt_names.push(SanType::IpAddress(name));
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key);
        Arc::new(config.unwrap())
    }
}

/// A mail server with TLS, from the first byte on or when it is asked for it.
fn sink(config: Arc<ServerConfig>, from_the_first_byte: bool) -> Sink {
    Sink::serve(move |stream, notes| {
        let (stream, greeting) = if from_the_first_byte {
            (stream, GREETING)
        } else {
            let Some(stream) = session(stream, OFFERS_TLS, notes)? else { return Ok(()) };
            notes.lock().unwrap().push("--- TLS".to_owned());
            // Nobody is greeted twice.
            (stream, "")
        };
        let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        session(StreamOwned::new(connection, stream), greeting, notes).map(drop)
    })
}

fn section(address: SocketAddr, tls: &str, ca_file: Option<&Path>) -> String {
    let (host, port) = (address.ip(), address.port());
    let ca_file = ca_file.map(|path| format!("ca_file = {:?}\n", path.display().to_string()));
    format!(
        "[mail]\nhost = \"{host}\"\nport = {port}\ntls = \"{tls}\"\nuser = \"miner\"\n\
         password = \"secret\"\nfrom = \"miner@mail.example\"\n{}",
        ca_file.unwrap_or_default()
    )
}

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_goes_over_tls() {
    let (node, authority) = (node(), Authority::new());
    for (tls, from_the_first_byte) in [("tls", true), ("starttls", false)] {
        let place = tempfile::tempdir().unwrap();
        let sink = sink(authority.server(HERE), from_the_first_byte);
        let file = authority.file(place.path());
        let mining = mining(&node, place.path(), &section(sink.address, tls, Some(&file)));
        let (code, answer) = share(&mining, "Ada", "Look", "bob@mail.example").await;
        assert_eq!((code, &answer["sent_to"]), (200, &json!("bob@mail.example")), "{answer}");
        let heard = sink.heard();
        assert!(heard.iter().any(|line| line == "RCPT TO:<bob@mail.example>"), "{heard:#?}");
        if !from_the_first_byte {
            // Nothing of it was readable on the way.
            let before: Vec<_> = heard.iter().take_while(|line| *line != "--- TLS").collect();
            let verbs: Vec<_> = before.iter().map(|line| &line[..4]).collect();
            assert_eq!(verbs, ["EHLO", "STAR"], "{heard:#?}");
        }
    }
}

/// Neither the letter nor the password goes to a server that cannot show who it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_that_proves_nothing_is_refused_and_said() {
    let (node, authority, place) = (node(), Authority::new(), tempfile::tempdir().unwrap());
    let file = Authority::new().file(place.path());
    let right = place.path().join("right");
    std::fs::create_dir(&right).unwrap();
    let right = authority.file(&right);
    let elsewhere = IpAddr::from([192, 0, 2, 1]);
    for (name, ca_file, words) in [
        (HERE, None, "name the authority's with ca_file of [mail]"),
        (HERE, Some(&file), "name the authority's with ca_file of [mail]"),
        (elsewhere, Some(&right), "not valid for"),
    ] {
        for (tls, from_the_first_byte) in [("tls", true), ("starttls", false)] {
            let place = tempfile::tempdir().unwrap();
            let sink = sink(authority.server(name), from_the_first_byte);
            let settings = section(sink.address, tls, ca_file.map(PathBuf::as_path));
            let mining = mining(&node, place.path(), &settings);
            let (code, answer) = share(&mining, "Ada", "Look", "bob@mail.example").await;
            let message = answer["error"]["message"].as_str().unwrap_or_default();
            assert!(code == 502 && message.contains(words), "{code}: {answer}");
            let heard = sink.heard();
            assert!(!heard.iter().any(|line| line.contains("AUTH") || line.contains("RCPT")));
        }
    }
}

#[test]
fn the_settings_of_mail_are_shown_and_checked() {
    let quarry = Quarry::new();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("quarry.toml");
    let show = |text: &str| {
        std::fs::write(&file, text).unwrap();
        run(&["--config", file.to_str().unwrap(), "config", "show"])
    };
    let shown = show("");
    assert!(shown.stdout.contains("# [mail]: none"), "{shown:#?}");
    let settings = section(([127, 0, 0, 1], 465).into(), "tls", Some(Path::new("/nowhere.pem")));
    let shown = show(&settings);
    for line in ["[mail]", "port = 465", "tls = \"tls\"", "ca_file = \"/nowhere.pem\""] {
        assert!(shown.stdout.lines().any(|it| it == line), "no {line} in {}", shown.stdout);
    }
    assert!(!shown.stdout.contains("secret"), "{}", shown.stdout);
    let shown = quarry.json(&["--config", file.to_str().unwrap(), "config", "show"]);
    assert_eq!((&shown["mail"]["port"], &shown["mail"]["password"]), (&json!(465), &json!(null)));

    let mine = || {
        let file = file.to_str().unwrap();
        run(&["--config", file, "mine", "--to", "http://127.0.0.1:1", "--web", "127.0.0.1:0", "-q"])
    };
    let ran = mine();
    assert!(ran.code == Some(1) && ran.stderr.contains("/nowhere.pem"), "{ran:#?}");
    let empty = place.path().join("empty.pem");
    std::fs::write(&empty, "no certificate").unwrap();
    show(&section(([127, 0, 0, 1], 465).into(), "tls", Some(&empty)));
    let ran = mine();
    assert!(ran.stderr.contains("there is no certificate in it"), "{ran:#?}");
}
