//! Turns what was typed after `buy nonce` into a search.
//!
//! Does not talk to anybody. Each refusal names the option and what it takes.

use std::io::Read;

use quarry_market::limits::MAX_TEMPLATE_BYTES;
use quarry_pow::{Endian, NonceWidth, Target, Work};

use crate::cli::{BuyNonceArgs, GoalArgs, InputArgs, NonceFormat};
use crate::error::AppError;

/// Bytes of a block header.
const HEADER_LEN: usize = 80;
/// Most bytes of data: with the nonce they must fit a unit's template.
const MAX_DATA_BYTES: usize = MAX_TEMPLATE_BYTES - 8;

/// The search that was asked for.
pub(crate) fn work_of(args: &BuyNonceArgs) -> Result<Work, AppError> {
    let goal = target_of(&args.goal)?;
    if let Some(text) = &args.input.header {
        let header = header_of(text)?;
        let target = match goal {
            Some(target) => target,
            None => own_target(&header)?,
        };
        return Ok(Work::header(header, target));
    }
    let data = data_of(&args.input)?;
    if data.len() > MAX_DATA_BYTES {
        return Err(AppError::usage(
            format!("cannot search data of more than {MAX_DATA_BYTES} bytes"),
            "search its SHA-256 instead, with --data-hex",
        ));
    }
    let Some(target) = goal else {
        return Err(AppError::usage(
            "cannot search data without a target",
            "add -D BITS (leading zero bits, like -D 28), --nbits or --target",
        ));
    };
    let (width, endian) = match args.nonce_format {
        NonceFormat::Be32 => (NonceWidth::U32, Endian::Big),
        NonceFormat::Le32 => (NonceWidth::U32, Endian::Little),
        NonceFormat::Be64 => (NonceWidth::U64, Endian::Big),
        NonceFormat::Le64 => (NonceWidth::U64, Endian::Little),
    };
    Work::data_with_appended_nonce(&data, width, endian, target)
        .map_err(|e| AppError::usage(format!("use the data: {e}"), "see: quarry buy nonce --help"))
}

fn header_of(text: &str) -> Result<[u8; HEADER_LEN], AppError> {
    let bytes = hex_of("--header", text)?;
    let length = bytes.len();
    bytes.try_into().map_err(|_| {
        AppError::usage(
            format!("cannot use --header of {length} bytes"),
            format!("a block header has {HEADER_LEN} bytes, {} hex digits", 2 * HEADER_LEN),
        )
    })
}

/// The target in the header's own nBits field (bytes 72 to 75, little-endian).
fn own_target(header: &[u8; HEADER_LEN]) -> Result<Target, AppError> {
    let bits = u32::from_le_bytes([header[72], header[73], header[74], header[75]]);
    Target::from_compact(bits).map_err(|error| {
        AppError::usage(
            format!("cannot use the header's own nBits {bits:08x}: {error}"),
            "name a target with -D BITS, --nbits or --target",
        )
    })
}

fn data_of(input: &InputArgs) -> Result<Vec<u8>, AppError> {
    if let Some(text) = &input.data {
        return Ok(text.clone().into_bytes());
    }
    if let Some(text) = &input.data_hex {
        return hex_of("--data-hex", text);
    }
    let Some(path) = &input.data_file else {
        // clap asks for one of the four; this is for callers that do not go through it.
        return Err(AppError::usage(
            "cannot search nothing",
            "name --header, --data, --data-hex or --data-file",
        ));
    };
    let failed = |error: std::io::Error| AppError::File {
        path: path.clone(),
        reason: error.to_string(),
        hint: None,
    };
    // One byte more than fits is enough to see that it is too long, and the file may have no end.
    let mut data = Vec::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(MAX_DATA_BYTES as u64 + 1).read_to_end(&mut data).map_err(failed)?;
    Ok(data)
}

fn target_of(goal: &GoalArgs) -> Result<Option<Target>, AppError> {
    if let Some(text) = &goal.zero_bits {
        let range = || AppError::usage(format!("cannot use -D {text}"), "it must be from 0 to 255");
        let bits = text.parse::<u16>().map_err(|_| range())?;
        return Target::from_zero_bits(bits).map(Some).map_err(|_| range());
    }
    if let Some(text) = &goal.nbits {
        let bytes = hex_of("--nbits", text)?;
        let wrong = |why: String| {
            AppError::usage(
                format!("cannot use --nbits {text}: {why}"),
                "8 hex digits, like 1d00ffff",
            )
        };
        let bytes: [u8; 4] =
            bytes.try_into().map_err(|_| wrong("it has not 4 bytes".to_owned()))?;
        return Target::from_compact(u32::from_be_bytes(bytes))
            .map(Some)
            .map_err(|e| wrong(e.to_string()));
    }
    let Some(text) = &goal.target else { return Ok(None) };
    let bytes = hex_of("--target", text)?;
    let length = bytes.len();
    let bytes: [u8; 32] = bytes.try_into().map_err(|_| {
        AppError::usage(format!("cannot use --target of {length} bytes"), "32 bytes, 64 hex digits")
    })?;
    if bytes == [0; 32] {
        return Err(AppError::usage(
            "cannot use --target 0",
            "no hash is below it; it must be at least 1",
        ));
    }
    Ok(Some(Target::from_be_bytes(bytes)))
}

fn hex_of(option: &str, text: &str) -> Result<Vec<u8>, AppError> {
    let text = text.trim();
    let digits = text.strip_prefix("0x").unwrap_or(text);
    hex::decode(digits).map_err(|error| {
        let why = match error {
            hex::FromHexError::OddLength => {
                format!("{} digits is an odd number", digits.len())
            }
            hex::FromHexError::InvalidHexCharacter { c, index } => {
                format!("`{}` at digit {} is no hex digit", c.escape_default(), index + 1)
            }
            hex::FromHexError::InvalidStringLength => "wrong length".to_owned(),
        };
        AppError::usage(format!("cannot read {option}: {why}"), "bytes in hex, two digits each")
    })
}
