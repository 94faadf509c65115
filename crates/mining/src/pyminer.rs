//! The configuration file of pyminer, read as it is: `key=value` lines and `#` comments.
//!
//! As in pyminer, lines of another form and unknown keys are passed over. Does not read files.

use crate::limits::MAX_CONFIG_BYTES;

/// What such a file says, with pyminer's defaults.
#[derive(Clone, PartialEq, Eq)]
pub struct PyminerConfig {
    /// `host`: whom to ask for work.
    pub host: String,
    /// `port`: its port.
    pub port: u16,
    /// `rpcuser`.
    pub user: String,
    /// `rpcpass`.
    pub password: String,
    /// `threads` that search.
    pub threads: usize,
    /// `scantime`: seconds after which work is asked for anew.
    pub scan_secs: u32,
    /// `hashmeter`: whether the rate is shown.
    pub hash_meter: bool,
    /// `logdir`, which pyminer reads and does not use.
    pub log_dir: Option<String>,
}

/// The password is not for logs.
impl core::fmt::Debug for PyminerConfig {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("PyminerConfig")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("user", &self.user)
            .field("threads", &self.threads)
            .field("scan_secs", &self.scan_secs)
            .field("hash_meter", &self.hash_meter)
            .finish_non_exhaustive()
    }
}

/// A file that says too little, or something impossible.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PyminerError {
    /// Larger than any such file.
    #[error("more than {MAX_CONFIG_BYTES} bytes: not a configuration of pyminer")]
    TooLong,
    /// A required line is missing.
    #[error("no line `{key}=...`")]
    Missing {
        /// The key.
        key: &'static str,
    },
    /// A value out of its range.
    #[error("line {line}: `{key}` must be {expected}")]
    Value {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: &'static str,
        /// What it must be.
        expected: &'static str,
    },
}

impl PyminerConfig {
    /// Reads a file's text.
    ///
    /// # Errors
    /// [`PyminerError`].
    pub fn parse(text: &str) -> Result<Self, PyminerError> {
        if text.len() > MAX_CONFIG_BYTES {
            return Err(PyminerError::TooLong);
        }
        let (mut user, mut password) = (None, None);
        let mut config = Self {
            host: "127.0.0.1".to_owned(),
            port: 8332,
            user: String::new(),
            password: String::new(),
            threads: 1,
            scan_secs: 30,
            hash_meter: false,
            log_dir: None,
        };
        for (line, key, value) in pairs(text) {
            match key {
                "host" => value.clone_into(&mut config.host),
                "port" => config.port = number(line, "port", "1 to 65535", value, 1..=65_535)?,
                "rpcuser" => user = Some(value.to_owned()),
                "rpcpass" => password = Some(value.to_owned()),
                "threads" => {
                    config.threads = number(line, "threads", "1 to 1024", value, 1..=1024)?;
                }
                "scantime" => {
                    config.scan_secs = number(line, "scantime", "1 to 86400", value, 1..=86_400)?;
                }
                "hashmeter" => {
                    let expected = "0 or 1";
                    config.hash_meter =
                        number::<u8>(line, "hashmeter", expected, value, 0..=1)? == 1;
                }
                "logdir" => config.log_dir = Some(value.to_owned()),
                _ => {}
            }
        }
        config.user = user.ok_or(PyminerError::Missing { key: "rpcuser" })?;
        config.password = password.ok_or(PyminerError::Missing { key: "rpcpass" })?;
        Ok(config)
    }
}

/// Lines `key=value` with their numbers; the first character of a line belongs to the key.
fn pairs(text: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    text.lines().enumerate().filter_map(|(index, line)| {
        let (key, value) = line.split_once('=')?;
        let key = key.trim_end();
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let value = value.trim();
        let counts = !key.is_empty() && key.chars().all(is_word) && !value.is_empty();
        counts.then_some((index + 1, key, value))
    })
}

fn number<T: core::str::FromStr + PartialOrd>(
    line: usize,
    key: &'static str,
    expected: &'static str,
    value: &str,
    range: core::ops::RangeInclusive<T>,
) -> Result<T, PyminerError> {
    let number = value.parse().ok().filter(|number| range.contains(number));
    number.ok_or(PyminerError::Value { line, key, expected })
}
