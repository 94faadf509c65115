//! Letters by SMTP, to the server under `[mail]` in `quarry.toml`; off until there is one.
//!
//! Of a request only the recipient's address stands in the envelope and in a header; the rest is body.
//! The password is in the file or in one of its own, never in the environment or among the flags.
//! Does not know who may send, or how often (`quarry_web`).

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters, TlsParametersBuilder};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use quarry_web::{Letter, Sending, ShareError, ShareMail};
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// How long the server may take for one step.
const STEP: Duration = Duration::from_secs(5);
/// How long it may take for all; a page waits for it.
const WHOLE: Duration = Duration::from_secs(12);
/// Most bytes of a file with a password.
const PASSWORD_BYTES_MAX: usize = 1_024;
/// Most bytes of a file with authorities: all that a system knows are a quarter of it.
const CA_BYTES_MAX: u64 = 1 << 20;
/// What a certificate in PEM begins with.
const MARK: &[u8] = b"-----BEGIN CERTIFICATE-----";
/// What every letter is about.
const SUBJECT: &str = "Somebody shares a Quarry miner with you";

/// `[mail]` in the file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailSection {
    host: String,
    port: Option<u16>,
    #[serde(default)]
    tls: TlsKind,
    user: Option<String>,
    #[serde(skip_serializing)]
    password: Option<String>,
    password_file: Option<PathBuf>,
    /// Authorities whose certificates are good beside those of Mozilla's list, in PEM. Without it only
    /// those are: what else this machine trusts is not asked.
    ca_file: Option<PathBuf>,
    from: String,
}

/// How the connection is kept secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TlsKind {
    /// From the first command after the greeting on; port 587 unless it is said.
    #[default]
    Starttls,
    /// From the first byte on; port 465 unless it is said.
    Tls,
    /// Not at all: for a server on this machine; port 25 unless it is said.
    None,
}

/// A server that letters are handed to.
#[derive(Debug)]
pub(crate) struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mail {
    /// The server of a section.
    ///
    /// # Errors
    /// What is wrong with the section, with what to write instead.
    pub(crate) fn of(section: &MailSection) -> Result<Self, AppError> {
        let wrong = |key: &str, why: String, instead: &str| {
            AppError::usage(format!("cannot use {key} of [mail]: {why}"), instead.to_owned())
        };
        let from = section.from.parse::<Mailbox>();
        let from = from.map_err(|e| wrong("from", e.to_string(), "like miner@example.org"))?;
        if section.tls == TlsKind::None && !is_this_machine(&section.host) {
            let why = format!("{} is another machine", section.host);
            return Err(wrong("tls", why, "starttls or tls: letters would be readable on the way"));
        }
        let parameters = || {
            section.authorities()?.build().map_err(|e| {
                wrong("host", e.to_string(), "the server's name, as its certificate has it")
            })
        };
        let tls = match section.tls {
            TlsKind::Starttls => Tls::Required(parameters()?),
            TlsKind::Tls => Tls::Wrapper(parameters()?),
            TlsKind::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&section.host)
            .port(section.port())
            .tls(tls)
            .timeout(Some(STEP));
        if let Some(user) = &section.user {
            builder = builder.credentials(Credentials::new(user.clone(), section.password()?));
        }
        Ok(Self { transport: builder.build(), from })
    }

    fn message(&self, letter: &Letter) -> Result<Message, ShareError> {
        let to = letter.to.parse::<Address>().map_err(|_| ShareError::BadAddress)?;
        let Letter { name, message, .. } = letter;
        let body = format!(
            "{name} watches a miner and wants you to know:\n\n{message}\n\n-- \n\
             Sent once, at the wish of {name}, from the page of a Quarry miner. Nobody keeps your \
             address.\n"
        );
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(SUBJECT)
            .header(ContentType::TEXT_PLAIN)
            .body(body)
            .map_err(|error| ShareError::Refused(error.to_string()))
    }
}

impl MailSection {
    fn port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            TlsKind::Starttls => 587,
            TlsKind::Tls => 465,
            TlsKind::None => 25,
        })
    }

    /// As the file has it, with its defaults and without the password.
    pub(crate) fn shown(&self) -> Self {
        Self { port: Some(self.port()), password: None, ..self.clone() }
    }

    fn authorities(&self) -> Result<TlsParametersBuilder, AppError> {
        let builder = TlsParameters::builder(self.host.clone());
        let Some(path) = &self.ca_file else { return Ok(builder) };
        let failed = |reason: &str| AppError::File {
            path: path.clone(),
            reason: reason.to_owned(),
            hint: Some("ca_file of [mail] names certificates in PEM".to_owned()),
        };
        let file = File::open(path).map_err(|error| failed(&error.to_string()))?;
        let mut pem = Vec::new();
        let read = file.take(CA_BYTES_MAX + 1).read_to_end(&mut pem);
        let bytes = read.map_err(|error| failed(&error.to_string()))?;
        if bytes as u64 > CA_BYTES_MAX {
            return Err(failed("it is too long for certificates"));
        }
        // What is no PEM is passed over by the library, and a file without any would go unnoticed.
        if !pem.windows(MARK.len()).any(|window| window == MARK) {
            return Err(failed("there is no certificate in it"));
        }
        let authorities = Certificate::from_pem(&pem);
        Ok(builder.add_root_certificate(authorities.map_err(|e| failed(&e.to_string()))?))
    }

    fn password(&self) -> Result<String, AppError> {
        let usage = |message: &str| {
            AppError::usage(message, "one of password and password_file, beside user")
        };
        match (&self.password, &self.password_file) {
            (Some(password), None) => Ok(password.clone()),
            (None, Some(file)) => read_password(file),
            (None, None) => Err(usage("cannot use user of [mail] without a password")),
            (Some(_), Some(_)) => Err(usage("cannot use two passwords of [mail]")),
        }
    }
}

fn read_password(path: &Path) -> Result<String, AppError> {
    let failed = |reason: String| AppError::File { path: path.to_owned(), reason, hint: None };
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    if text.len() > PASSWORD_BYTES_MAX {
        return Err(failed("it is too long for a password".to_owned()));
    }
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

/// What went wrong, and what to do about a certificate.
fn reason(error: &lettre::transport::smtp::Error) -> String {
    let text = error.to_string();
    // The latter is of one that bears the name of one that is known.
    if ["UnknownIssuer", "BadSignature"].iter().any(|why| text.contains(why)) {
        return "its certificate is of no authority that is known here: name the authority's with ca_file \
                of [mail]"
            .to_owned();
    }
    text
}

impl ShareMail for Mail {
    fn send(&self, letter: Letter) -> Sending<'_> {
        Box::pin(async move {
            let message = self.message(&letter)?;
            let sending = tokio::time::timeout(WHOLE, self.transport.send(message));
            match sending.await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) if error.status().is_some() => {
                    Err(ShareError::Refused(error.to_string()))
                }
                Ok(Err(error)) => {
                    let reason = reason(&error);
                    tracing::warn!(reason, "a letter was not sent");
                    Err(ShareError::Unreachable(reason))
                }
                Err(_) => Err(ShareError::Unreachable("it took too long".to_owned())),
            }
        })
    }
}
