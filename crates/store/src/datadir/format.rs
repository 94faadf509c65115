//! The FORMAT file: a version, and what the directory belongs to, as JSON.
//!
//! ```text
//! {"version":1,"kind":"quarry","chain_id":"..","spec_hash":".."}
//! ```
//! Does not know directories.

use serde::{Deserialize, Serialize};

use super::Identity;

/// The layout of the data directory that this code makes, and the newest it opens.
const VERSION: u32 = 1;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum FormatError {
    Corrupt(String),
    Newer { found: u32, known: u32 },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Format {
    version: u32,
    kind: String,
    chain_id: String,
    spec_hash: String,
}

/// What every version of the file has.
#[derive(Deserialize)]
struct AnyVersion {
    version: u32,
}

pub(super) fn encode(identity: &Identity) -> String {
    let Identity { kind, chain_id, spec_hash } = identity.clone();
    let format = Format { version: VERSION, kind, chain_id, spec_hash };
    let mut text = serde_json::to_string(&format).expect("strings and numbers are always JSON");
    text.push('\n');
    text
}

pub(super) fn decode(bytes: &[u8]) -> Result<Identity, FormatError> {
    let corrupt = |error: serde_json::Error| FormatError::Corrupt(error.to_string());
    let AnyVersion { version: found } = serde_json::from_slice(bytes).map_err(corrupt)?;
    if found > VERSION {
        return Err(FormatError::Newer { found, known: VERSION });
    }
    let Format { version, kind, chain_id, spec_hash } =
        serde_json::from_slice(bytes).map_err(corrupt)?;
    if version != VERSION {
        return Err(FormatError::Corrupt(format!("version {version} was never written")));
    }
    Ok(Identity { kind, chain_id, spec_hash })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLDEN: &str =
        "{\"version\":1,\"kind\":\"quarry\",\"chain_id\":\"00ff\",\"spec_hash\":\"ab\"}\n";

    #[test]
    fn golden_bytes() {
        let identity = Identity::quarry("00ff", "ab");
        assert_eq!(encode(&identity), GOLDEN);
        assert_eq!(decode(GOLDEN.as_bytes()), Ok(identity));
    }

    #[test]
    fn newer_is_told_from_damaged() {
        let newer = br#"{"version":2,"layout":{"new":true}}"#;
        assert_eq!(decode(newer), Err(FormatError::Newer { found: 2, known: 1 }));
        for length in 0..GOLDEN.len() - 1 {
            let torn = decode(&GOLDEN.as_bytes()[..length]);
            assert!(matches!(torn, Err(FormatError::Corrupt(_))), "{length}");
        }
        let extra = GOLDEN.replace("\"kind\"", "\"more\":1,\"kind\"");
        assert!(matches!(decode(extra.as_bytes()), Err(FormatError::Corrupt(_))));
        let zero = GOLDEN.replace("\"version\":1", "\"version\":0");
        assert!(matches!(decode(zero.as_bytes()), Err(FormatError::Corrupt(_))));
    }
}
