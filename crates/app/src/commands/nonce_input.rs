//! Turns what was typed after `buy nonce` or `search` into a search.
//!
//! Does not talk to anybody. Each refusal names the option and what it takes.

use std::io::Read;
use std::path::Path;

use quarry_market::limits::MAX_TEMPLATE_BYTES;
use quarry_pow::limits::MAX_DATA_LEN;
use quarry_pow::{
    Endian, HashFunction, HashOrder, NonceField, NonceWidth, PositionRange, Target, VersionMask,
    Work,
};

use crate::cli::{
    BuyNonceArgs, FieldFormat, GoalArgs, HashName, HashOrderName, InputArgs, NonceFormat,
    SearchArgs,
};
use crate::error::{AppError, typed};
use crate::output::counted;

/// Bytes of a block header.
const HEADER_LEN: usize = 80;
/// Most bytes of data that can be bought: with the nonce they must fit a unit's template.
const MAX_BOUGHT_BYTES: usize = MAX_TEMPLATE_BYTES - 8;

/// Digits of the longest nonce that is appended in decimal.
const DECIMAL_DIGITS: usize = 20;
/// What `-D` takes.
pub(super) const ZERO_BITS_RANGE: &str = "leading zero bits, 0 to 255";

/// The search that is to be bought.
pub(crate) fn bought(args: &BuyNonceArgs) -> Result<Work, AppError> {
    let goal = target_of(&args.goal)?;
    if let Some(text) = &args.input.header {
        let header = header_of("--header", text)?;
        return Ok(Work::header(header, header_target(goal, &header)?));
    }
    let data = data_of(&args.input, MAX_BOUGHT_BYTES)?;
    let (width, endian) = field_of(args.nonce_format);
    Work::data_with_appended_nonce(&data, width, endian, data_target(goal)?)
        .map_err(|error| wrong_data(&error))
}

/// The search that this machine is to do, and the positions to try.
pub(crate) fn searched(args: &SearchArgs) -> Result<(Work, PositionRange), AppError> {
    // A scaling test needs no target: no hash shall meet it anyway.
    let any = args.performance.then_some(Target::MAX);
    let goal = target_of(&args.goal)?.or(any);
    let work = match &args.input.header {
        Some(text) => searched_header(args, &header_of("--header", text)?, goal)?,
        None => searched_data(args, goal)?,
    };
    let work = work.with_function(match args.hash {
        HashName::Sha256d => HashFunction::Sha256d,
        HashName::Sha256HexText => HashFunction::Sha256HexText,
    });
    let work = match args.hash_order {
        Some(HashOrderName::Bitcoin) => work.with_order(HashOrder::Bitcoin),
        Some(HashOrderName::Digest) => work.with_order(HashOrder::Digest),
        None => work,
    };
    let last = work.space().last();
    let first = match &args.first {
        Some(text) => text.parse::<u64>().ok(),
        None => Some(0),
    };
    let range = first.and_then(|first| PositionRange::new(first, last)).ok_or_else(|| {
        AppError::usage(
            format!("cannot use --first {}", typed(args.first.as_deref().unwrap_or_default())),
            format!("it must be from 0 to {last}, in decimal digits"),
        )
    })?;
    Ok((work, range))
}

fn searched_header(
    args: &SearchArgs,
    header: &[u8; HEADER_LEN],
    goal: Option<Target>,
) -> Result<Work, AppError> {
    let for_data = |option: &str| {
        AppError::usage(
            format!("cannot use {option} with --header"),
            "it is for data; a header's nonce is le32 in its last 4 bytes",
        )
    };
    if args.nonce_format.is_some() {
        return Err(for_data("--nonce-format"));
    }
    if args.nonce_offset.is_some() {
        return Err(for_data("--nonce-offset"));
    }
    let mask = args.roll_version.as_deref().map(mask_of).transpose()?;
    Ok(Work::rolling_header(*header, mask, None, header_target(goal, header)?))
}

fn searched_data(args: &SearchArgs, goal: Option<Target>) -> Result<Work, AppError> {
    if args.roll_version.is_some() {
        return Err(AppError::usage(
            "cannot use --roll-version without --header",
            "only a block header has a version; leave it out for data",
        ));
    }
    let nonce_format = args.nonce_format.unwrap_or(NonceFormat::Be64);
    let appended = match nonce_format {
        _ if args.nonce_offset.is_some() => 0,
        NonceFormat::Be32 | NonceFormat::Le32 => NonceWidth::U32.bytes(),
        NonceFormat::Be64 | NonceFormat::Le64 => NonceWidth::U64.bytes(),
        NonceFormat::Decimal => DECIMAL_DIGITS,
    };
    let data = data_of(&args.input, MAX_DATA_LEN - appended)?;
    let target = data_target(goal)?;
    let format = match nonce_format {
        NonceFormat::Be32 => FieldFormat::Be32,
        NonceFormat::Le32 => FieldFormat::Le32,
        NonceFormat::Be64 => FieldFormat::Be64,
        NonceFormat::Le64 => FieldFormat::Le64,
        NonceFormat::Decimal if args.nonce_offset.is_some() => {
            return Err(AppError::usage(
                "cannot use --nonce-offset with --nonce-format decimal",
                "decimal digits are appended; be32, le32, be64 and le64 have a place",
            ));
        }
        NonceFormat::Decimal => {
            return Work::text_with_decimal_nonce(&data, target).map_err(|e| wrong_data(&e));
        }
    };
    let (width, endian) = field_of(format);
    let Some(text) = &args.nonce_offset else {
        return Work::data_with_appended_nonce(&data, width, endian, target)
            .map_err(|error| wrong_data(&error));
    };
    let Some(last) = data.len().checked_sub(width.bytes()) else {
        return Err(AppError::usage(
            format!(
                "cannot use --nonce-offset {} in {} of data",
                typed(text),
                counted(data.len(), "byte")
            ),
            format!("the nonce has {} bytes: give more data, or append it", width.bytes()),
        ));
    };
    let offset = text.parse::<usize>().ok().filter(|offset| *offset <= last).ok_or_else(|| {
        AppError::usage(
            format!("cannot use --nonce-offset {}", typed(text)),
            format!(
                "it must be from 0 to {last}: {} bytes of nonce in {} of data",
                width.bytes(),
                data.len()
            ),
        )
    })?;
    Work::data(data, NonceField { offset, width, endian }, HashOrder::Digest, target)
        .map_err(|error| wrong_data(&error))
}

fn wrong_data(error: &quarry_pow::WorkError) -> AppError {
    AppError::usage(
        format!("cannot search the data: {error}"),
        "search its SHA-256 instead, with --data-hex",
    )
}

const fn field_of(format: FieldFormat) -> (NonceWidth, Endian) {
    match format {
        FieldFormat::Be32 => (NonceWidth::U32, Endian::Big),
        FieldFormat::Le32 => (NonceWidth::U32, Endian::Little),
        FieldFormat::Be64 => (NonceWidth::U64, Endian::Big),
        FieldFormat::Le64 => (NonceWidth::U64, Endian::Little),
    }
}

/// The version bits after `--roll-version`.
fn mask_of(text: &str) -> Result<VersionMask, AppError> {
    let digits = without_prefix(text);
    let is_hex = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let mask = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex);
    mask.and_then(VersionMask::new).ok_or_else(|| {
        AppError::usage(
            format!("cannot use --roll-version {}", typed(text)),
            "1 to 8 hex digits that are not all 0, like 1fffe000 (BIP 320)",
        )
    })
}

fn header_target(goal: Option<Target>, header: &[u8; HEADER_LEN]) -> Result<Target, AppError> {
    match goal {
        Some(target) => Ok(target),
        None => own_target(header),
    }
}

fn data_target(goal: Option<Target>) -> Result<Target, AppError> {
    goal.ok_or_else(|| {
        AppError::usage(
            "cannot search data without a target",
            "add -D BITS (leading zero bits, like -D 28), --nbits or --target",
        )
    })
}

/// A header, and what to call it where it is none.
pub(super) fn header_of(what: &str, text: &str) -> Result<[u8; HEADER_LEN], AppError> {
    let bytes = hex_of(what, text)?;
    let length = bytes.len();
    bytes.try_into().map_err(|_| {
        AppError::usage(
            format!("cannot use {what} of {}", counted(length, "byte")),
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

/// The data that was named, of `most` bytes at most.
fn data_of(input: &InputArgs, most: usize) -> Result<Vec<u8>, AppError> {
    let (option, data) = if let Some(text) = &input.data {
        ("--data", text.clone().into_bytes())
    } else if let Some(text) = &input.data_hex {
        ("--data-hex", hex_of("--data-hex", text)?)
    } else if let Some(path) = &input.data_file {
        let data = file_of(path, most)?;
        if data.len() > most {
            return Err(too_long(&format!("--data-file {}", path.display()), most));
        }
        ("--data-file", data)
    } else {
        // clap asks for one of the four; this is for callers that do not go through it.
        return Err(AppError::usage(
            "cannot search nothing",
            "name --header, --data, --data-hex or --data-file",
        ));
    };
    if data.len() > most { Err(too_long(option, most)) } else { Ok(data) }
}

fn too_long(what: &str, most: usize) -> AppError {
    AppError::usage(
        format!("{what} has more than {most} bytes (of data, nonce aside)"),
        "search its SHA-256 instead, with --data-hex",
    )
}

/// The bytes of a file, or of stdin; one byte more than `most` is enough to see that it is too long,
/// and the file may have no end.
fn file_of(path: &Path, most: usize) -> Result<Vec<u8>, AppError> {
    let mut data = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(most as u64 + 1).read_to_end(&mut data)
    } else {
        let file = std::fs::File::open(path);
        file.and_then(|file| file.take(most as u64 + 1).read_to_end(&mut data))
    };
    read.map_err(|error| {
        AppError::usage(
            format!("cannot read --data-file {}: {error}", path.display()),
            "name a file that can be read, or - for stdin",
        )
    })?;
    Ok(data)
}

fn target_of(goal: &GoalArgs) -> Result<Option<Target>, AppError> {
    if let Some(text) = &goal.zero_bits {
        let bits = text.trim().parse::<u16>().ok();
        let target = bits.and_then(|bits| Target::from_zero_bits(bits).ok());
        return target.map(Some).ok_or_else(|| {
            AppError::usage(format!("cannot use -D {}", typed(text)), ZERO_BITS_RANGE)
        });
    }
    if let Some(text) = &goal.nbits {
        let target = fixed_hex(text).and_then(|bytes| {
            Target::from_compact(u32::from_be_bytes(bytes)).map_err(|error| error.to_string())
        });
        return target.map(Some).map_err(|why| {
            AppError::usage(
                format!("cannot use --nbits {}: {why}", typed(text)),
                "8 hex digits, like 1d00ffff",
            )
        });
    }
    let Some(text) = &goal.target else { return Ok(None) };
    let target = fixed_hex(text).and_then(|bytes: [u8; 32]| {
        // No hash is below 0.
        if bytes == [0; 32] { Err("it is 0".to_owned()) } else { Ok(bytes) }
    });
    target.map(|bytes| Some(Target::from_be_bytes(bytes))).map_err(|why| {
        AppError::usage(
            format!("cannot use --target {}: {why}", typed(text)),
            "it must be 64 hex digits, not all zero",
        )
    })
}

/// Hex digits of so many bytes, or what is wrong with them.
fn fixed_hex<const BYTES: usize>(text: &str) -> Result<[u8; BYTES], String> {
    let digits = without_prefix(text.trim());
    if let Some((at, wrong)) = digits.chars().enumerate().find(|(_, c)| !c.is_ascii_hexdigit()) {
        return Err(no_digit(wrong, at));
    }
    let mut bytes = [0; BYTES];
    hex::decode_to_slice(digits, &mut bytes)
        .map_err(|_| format!("it has {}", counted(digits.len(), "digit")))?;
    Ok(bytes)
}

/// Hex digits without the prefix that many tools print.
fn without_prefix(text: &str) -> &str {
    text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text)
}

fn no_digit(wrong: char, at: usize) -> String {
    format!("`{}` at digit {} is no hex digit", wrong.escape_default(), at + 1)
}

fn hex_of(option: &str, text: &str) -> Result<Vec<u8>, AppError> {
    let digits = without_prefix(text.trim());
    hex::decode(digits).map_err(|error| {
        let why = match error {
            hex::FromHexError::OddLength if digits.len() == 1 => {
                "1 digit is an odd number".to_owned()
            }
            hex::FromHexError::OddLength => {
                format!("{} digits is an odd number", digits.len())
            }
            hex::FromHexError::InvalidHexCharacter { c, index } => no_digit(c, index),
            hex::FromHexError::InvalidStringLength => "wrong length".to_owned(),
        };
        AppError::usage(format!("cannot read {option}: {why}"), "bytes in hex, two digits each")
    })
}
