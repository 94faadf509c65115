//! Sharing by mail: real SMTP to a server of the test's own, which writes down what it is told.

use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use quarry_testkit::Bitcoind;
use serde_json::{Value, json};

use crate::harness::run;
use crate::mine_page::{Mining, PAYOUT, node};

/// What a server writes down.
pub(crate) type Notes = Mutex<Vec<String>>;

/// How it begins; with the second it offers TLS and nothing else.
pub(crate) const GREETING: &str = "220 sink ESMTP\r\n";
pub(crate) const OFFERS_TLS: &str = "220 sink ESMTP with TLS\r\n";

/// A mail server that keeps what it gets; it refuses everybody whose name begins with `nobody`.
pub(crate) struct Sink {
    pub(crate) address: SocketAddr,
    /// A session's lines from the client, those of its letter too.
    heard: Arc<Notes>,
}

impl Sink {
    pub(crate) fn start() -> Self {
        Self::serve(|stream, notes| session(stream, GREETING, notes).map(drop))
    }

    /// Whoever comes is served so.
    pub(crate) fn serve(
        serve: impl Fn(TcpStream, &Notes) -> std::io::Result<()> + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let heard = Arc::<Notes>::default();
        let notes = heard.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // A client that breaks off has said what it wanted.
                let _broken = serve(stream, &notes);
            }
        });
        Self { address, heard }
    }

    pub(crate) fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().unwrap())
    }
}

/// Speaks with a client to its end, or until it wants TLS: then the stream is given back.
pub(crate) fn session<S: Read + Write>(
    stream: S,
    greeting: &str,
    notes: &Notes,
) -> std::io::Result<Option<S>> {
    let mut stream = BufReader::new(stream);
    stream.get_mut().write_all(greeting.as_bytes())?;
    let mut in_letter = false;
    let mut line = String::new();
    while stream.read_line(&mut line)? > 0 {
        let said = std::mem::take(&mut line).trim_end().to_owned();
        notes.lock().unwrap().push(said.clone());
        let verb = said.get(..4).unwrap_or(&said).to_ascii_uppercase();
        let answer = match verb.as_str() {
            "." if in_letter => {
                in_letter = false;
                "250 kept"
            }
            _ if in_letter => continue,
            "EHLO" if greeting == OFFERS_TLS => "250-sink\r\n250 STARTTLS",
            "EHLO" => "250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN",
            "AUTH" => "235 welcome",
            "RCPT" if said.contains("<nobody") => "550 5.1.1 nobody of that name here",
            "DATA" => {
                in_letter = true;
                "354 go on"
            }
            "STAR" => "220 now",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        stream.get_mut().write_all(format!("{answer}\r\n").as_bytes())?;
        match verb.as_str() {
            "STAR" => return Ok(Some(stream.into_inner())),
            "QUIT" => break,
            _ => {}
        }
    }
    Ok(None)
}

/// A miner with a page whose data directory says where mail goes.
pub(crate) fn mining(node: &Bitcoind, datadir: &Path, mail: &str) -> Mining {
    std::fs::create_dir_all(datadir).unwrap();
    std::fs::write(datadir.join("quarry.toml"), mail).unwrap();
    Mining::start(node, datadir, &["--at-rest", "--payout", PAYOUT])
}

pub(crate) fn section(address: SocketAddr) -> String {
    let (host, port) = (address.ip(), address.port());
    format!(
        "[mail]\nhost = \"{host}\"\nport = {port}\ntls = \"none\"\nuser = \"miner\"\n\
         password = \"secret\"\nfrom = \"Quarry <miner@mail.example>\"\n"
    )
}

pub(crate) async fn share(mining: &Mining, name: &str, message: &str, to: &str) -> (u16, Value) {
    mining.tell("/v1/share", &json!({ "name": name, "message": message, "to": to })).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_arrives_once_at_one_person() {
    let (node, place, sink) = (node(), tempfile::tempdir().unwrap(), Sink::start());
    let mining = mining(&node, place.path(), &section(sink.address));
    let text = "Look: blocks!\r\nBcc: everybody@mail.example\n\n.\nBye";
    let (code, answer) = share(&mining, "Ada", text, "bob@mail.example").await;
    assert_eq!((code, &answer["sent_to"]), (200, &json!("bob@mail.example")), "{answer}");
    let heard = sink.heard();
    let envelope = |verb: &str| heard.iter().filter(|line| line.starts_with(verb)).count();
    assert_eq!((envelope("AUTH PLAIN"), envelope("MAIL FROM:<miner@mail.example>")), (1, 1));
    assert_eq!(
        (envelope("RCPT TO:"), envelope("RCPT TO:<bob@mail.example>")),
        (1, 1),
        "{heard:#?}"
    );
    let data = heard.iter().position(|line| line == "DATA").unwrap();
    let empty = data + heard[data..].iter().position(String::is_empty).unwrap();
    let head = &heard[data + 1..empty];
    assert!(head.iter().any(|line| line == "To: bob@mail.example"), "{head:#?}");
    assert!(head.iter().any(|line| line.starts_with("Content-Type: text/plain")), "{head:#?}");
    for word in ["Bcc", "Ada", "Look"] {
        assert!(!head.iter().any(|line| line.contains(word)), "{head:#?}");
    }
    let body = heard[empty..].join("\n");
    for word in ["Ada watches a miner", "Look: blocks!", "Bcc: everybody", "\n..\n", "Bye"] {
        assert!(body.contains(word), "no {word:?} in {body}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_sent_is_said() {
    let (node, place, sink) = (node(), tempfile::tempdir().unwrap(), Sink::start());
    let mining = mining(&node, place.path(), &section(sink.address));
    let code_of = |(status, answer): (u16, Value)| {
        (status, answer["error"]["code"].as_str().unwrap_or_default().to_owned())
    };
    for to in ["", "bob", "a@b.c, d@e.f", "a@b.c\r\nBcc: d@e.f", "a@b.c\nRCPT TO:<d@e.f>"] {
        let refused = code_of(share(&mining, "Ada", "x", to).await);
        assert_eq!(refused, (400, "bad_mail_address".to_owned()), "{to:?}");
    }
    for name in ["", "Ada\r\nBcc: d@e.f"] {
        let refused = code_of(share(&mining, name, "x", "a@b.c").await);
        assert_eq!(refused, (400, "bad_request".to_owned()), "{name:?}");
    }
    assert!(sink.heard().is_empty(), "the server was asked");
    let (code, answer) = share(&mining, "Ada", "x", "nobody@mail.example").await;
    assert_eq!((code, &answer["error"]["code"]), (502, &json!("mail_refused")));
    let message = answer["error"]["message"].as_str().unwrap();
    assert!(message.contains("nobody of that name here"), "{message}");
    // Attempts count, too: one more for this recipient, five for the sender.
    assert_eq!(share(&mining, "Ada", "x", "nobody@mail.example").await.0, 502);
    let third = code_of(share(&mining, "Ada", "x", "NOBODY@mail.example").await);
    assert_eq!(third, (429, "too_many_letters".to_owned()));
    for n in 0..3 {
        assert_eq!(share(&mining, "Ada", "x", &format!("{n}@mail.example")).await.0, 200);
    }
    let sixth = code_of(share(&mining, "Ada", "x", "fresh@mail.example").await);
    assert_eq!(sixth, (429, "too_many_letters".to_owned()));
    assert!(!sink.heard().iter().any(|line| line.contains("fresh")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_server_it_is_off() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let off = mining(&node, &place.path().join("off"), "[up]\nport = 1\n");
    let (code, answer) = share(&off, "Ada", "x", "a@b.c").await;
    assert_eq!((code, &answer["error"]["code"]), (501, &json!("mail_not_set_up")));
    // Nobody listens there any more.
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let away = mining(&node, &place.path().join("away"), &section(gone));
    let (code, answer) = share(&away, "Ada", "x", "a@b.c").await;
    assert_eq!((code, &answer["error"]["code"]), (502, &json!("mail_unreachable")), "{answer}");
}

/// A server, or somebody in between, that offers no TLS hears no password.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_told_in_the_clear_unless_it_was_asked_for() {
    let (node, place, sink) = (node(), tempfile::tempdir().unwrap(), Sink::start());
    let secret = section(sink.address).replace("tls = \"none\"\n", "");
    let mining = mining(&node, place.path(), &secret);
    let (code, answer) = share(&mining, "Ada", "x", "a@b.c").await;
    assert_eq!(code, 502, "{answer}");
    let heard = sink.heard();
    assert!(heard.iter().all(|line| line.starts_with("EHLO") || line == "QUIT"), "{heard:#?}");
}

#[test]
fn wrong_settings_are_told_before_anything_is_mined() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("quarry.toml");
    let datadir = place.path().to_str().unwrap();
    for (text, word) in [
        ("[mail]\nhost = \"h.example\"\nfrom = \"nobody\"\n", "from of [mail]"),
        ("[mail]\nhost = \"h.example\"\nfrom = \"a@b.c\"\ntls = \"none\"\n", "another machine"),
        ("[mail]\nhost = \"h.example\"\nfrom = \"a@b.c\"\nuser = \"u\"\n", "without a password"),
        ("[mail]\nhost = \"h.example\"\nfrom = \"a@b.c\"\npasword = \"p\"\n", "pasword"),
    ] {
        std::fs::write(&file, text).unwrap();
        let args = ["--web", "127.0.0.1:0", "--to", "http://127.0.0.1:1", "--datadir", datadir];
        let ran = run(&[&["mine", "-q"], &args[..]].concat());
        assert_eq!(ran.code, Some(2), "{text}: {ran:?}");
        assert!(ran.stderr.contains(word), "no `{word}` in {}", ran.stderr);
    }
}
