//! Certificates: whom a miner believes to be its pool, and by what a pool shows that it is one.
//!
//! Files are PEM, and read once. Does not know connections.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{
    CertificateError, ClientConfig, Error, InconsistentKeys, RootCertStore, ServerConfig,
};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use crate::limits::{MAX_CERTIFICATES, MAX_PEM_BYTES};

/// Files that are no certificates, or not those that are needed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TlsFileError {
    /// It cannot be read.
    #[error("cannot read {path}: {reason}", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// There is none in it.
    #[error(
        "{path} holds no certificate: it has to be PEM, with -----BEGIN CERTIFICATE----- in it",
        path = path.display()
    )]
    NoCertificate {
        /// The file.
        path: PathBuf,
    },
    /// There is no key in it.
    #[error(
        "{path} holds no private key: it has to be PEM without a password, with \
         -----BEGIN PRIVATE KEY----- in it",
        path = path.display()
    )]
    NoKey {
        /// The file.
        path: PathBuf,
    },
    /// What is in it cannot be used.
    #[error("{path} cannot be used: {reason}", path = path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The key is another's.
    #[error(
        "the key in {key} is not that of the first certificate in {certificates}: give the files that were \
         made together, the server's own certificate before those of its authorities",
        key = key.display(), certificates = certificates.display()
    )]
    OtherKey {
        /// The key's file.
        key: PathBuf,
        /// The certificates' file.
        certificates: PathBuf,
    },
}

/// The authorities that a miner believes.
#[derive(Clone)]
pub struct Authorities(TlsConnector);

impl fmt::Debug for Authorities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorities").finish_non_exhaustive()
    }
}

impl Authorities {
    /// Those that browsers believe.
    ///
    /// # Errors
    /// None that a user could cause.
    pub(crate) fn usual() -> Result<Self, Error> {
        Self::of(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() })
    }

    /// Those in a file, and no others, as curl's `--cacert` has it.
    ///
    /// # Errors
    /// [`TlsFileError`].
    pub fn read(path: &Path) -> Result<Self, TlsFileError> {
        let unusable = |error: Error| unusable(path, &error);
        let mut roots = RootCertStore::empty();
        for certificate in certificates(path)? {
            roots.add(certificate).map_err(unusable)?;
        }
        Self::of(roots).map_err(unusable)
    }

    fn of(roots: RootCertStore) -> Result<Self, Error> {
        let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self(TlsConnector::from(Arc::new(config))))
    }

    pub(crate) const fn connector(&self) -> &TlsConnector {
        &self.0
    }
}

/// By what a pool shows who it is.
#[derive(Clone)]
pub struct Identity(TlsAcceptor);

impl fmt::Debug for Identity {
    /// Nothing of the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").finish_non_exhaustive()
    }
}

impl Identity {
    /// The certificates in one file, the server's own first, and the key in the other. They may be one file.
    ///
    /// # Errors
    /// [`TlsFileError`].
    pub fn read(certificates_in: &Path, key_in: &Path) -> Result<Self, TlsFileError> {
        let chain = certificates(certificates_in)?;
        let bytes = read(key_in)?;
        let key = PrivateKeyDer::from_pem_slice(&bytes).map_err(|error| match error {
            pem::Error::NoItemsFound => TlsFileError::NoKey { path: key_in.to_owned() },
            error => unusable(key_in, &error),
        })?;
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| unusable(key_in, &error))?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(|error| match error {
                Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => TlsFileError::OtherKey {
                    key: key_in.to_owned(),
                    certificates: certificates_in.to_owned(),
                },
                Error::InvalidCertificate(_) => unusable(certificates_in, &error),
                error => unusable(key_in, &error),
            })?;
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    pub(crate) const fn acceptor(&self) -> &TlsAcceptor {
        &self.0
    }
}

fn unusable(path: &Path, error: &dyn std::error::Error) -> TlsFileError {
    TlsFileError::Unusable { path: path.to_owned(), reason: error.to_string() }
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsFileError> {
    let bytes = read(path)?;
    let found = CertificateDer::pem_slice_iter(&bytes).take(MAX_CERTIFICATES);
    let found: Vec<_> = found.collect::<Result<_, _>>().map_err(|error| unusable(path, &error))?;
    if found.is_empty() {
        return Err(TlsFileError::NoCertificate { path: path.to_owned() });
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>, TlsFileError> {
    let failed = |reason: String| TlsFileError::Read { path: path.to_owned(), reason };
    let size = std::fs::metadata(path).map_err(|error| failed(error.to_string()))?.len();
    if size > MAX_PEM_BYTES {
        return Err(failed(format!("it has more than {MAX_PEM_BYTES} bytes")));
    }
    std::fs::read(path).map_err(|error| failed(error.to_string()))
}

/// What can be done about a pool whose certificate is refused; nothing for any other error.
pub(crate) fn advice(error: &std::io::Error) -> Option<&'static str> {
    let Error::InvalidCertificate(refused) = error.get_ref()?.downcast_ref::<Error>()? else {
        return None;
    };
    Some(match refused {
        // The latter if another authority has the same name.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            "nobody who is believed here vouches for it; if it is the pool's own authority, name its \
             certificate with --cacert FILE"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "it is for another host: is the name in --to the one in the certificate?"
        }
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => {
            "its time is over or not yet come: does this machine's clock show the right time?"
        }
        // The library has no name of its own for it.
        other if format!("{other:?}").contains("CaUsedAsEndEntity") => {
            "the pool shows an authority's certificate as its own; it needs one of its own, as \
             `openssl req -x509 -addext basicConstraints=critical,CA:FALSE` makes it"
        }
        _ => "its certificate is refused: only whoever runs the pool can mend that",
    })
}
