//! Append-only files of blocks and of what takes them back, laid out as Bitcoin Core's.
//!
//! ```text
//! blk00000.dat, blk00001.dat, ...   magic (4) | length (u32, little-endian) | block
//! rev00000.dat, rev00001.dat, ...   magic (4) | length (u32, little-endian) | undo | checksum (32)
//! ```
//! Core's tools read the first kind (`-loadblock`). As Core's newer versions do, all bytes are masked
//! with the eight of `xor.dat` in the same directory, if it is there: so no scanner of viruses takes
//! what somebody put into a block for one. A block needs no checksum, its header is one. Undo data's is SHA256d over
//! the undo bytes alone (Core's covers the parent's hash too).
//!
//! *Written* and *kept* are two things: [`FlatFiles::append`] writes, [`FlatFiles::sync`] keeps. After
//! a crash the end of the last file may hold a torn record: whoever opens the files scans from the
//! last end that was kept, and truncates to where the scan stopped, before the first append.
//!
//! **Does not know:** what a payload means, which records are still wanted, other processes (the data
//! directory's lock keeps them out).

mod error;
mod handles;
mod scan;

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use quarry_chain::record::FilePlace;
use quarry_primitives::Hash;
use quarry_primitives::hashes::sha256d;

use crate::durable::{read_bounded, sync_dir};
use handles::Handles;

pub use error::FlatFileError;
pub use scan::{ScanEnd, ScanStop};

/// Magic and length.
const HEAD_BYTES: u32 = 8;
const CHECKSUM_BYTES: u32 = 32;

/// The file of the mask, in the files' directory.
pub const MASK_FILE: &str = "xor.dat";
/// Bytes of the mask.
pub const MASK_BYTES: usize = 8;

/// The mask of a directory's files; zeros if it has none.
fn read_mask(dir: &Path) -> Result<[u8; MASK_BYTES], FlatFileError> {
    let path = dir.join(MASK_FILE);
    let wrong = |source| FlatFileError::read(&path, source);
    let bytes = match File::open(&path) {
        Ok(file) => read_bounded(file, MASK_BYTES as u64).map_err(wrong)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok([0; MASK_BYTES]),
        Err(error) => return Err(wrong(error)),
    };
    bytes.try_into().map_err(|_| wrong(io::Error::other("not a mask of eight bytes")))
}

/// What the files hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlatKind {
    /// `blk?????.dat`: blocks.
    Blocks,
    /// `rev?????.dat`: undo data, with a checksum.
    Undo,
}

impl FlatKind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Blocks => "blk",
            Self::Undo => "rev",
        }
    }

    fn checksum_bytes(self) -> u32 {
        match self {
            Self::Blocks => 0,
            Self::Undo => CHECKSUM_BYTES,
        }
    }

    fn checksum(self, payload: &[u8]) -> Vec<u8> {
        match self {
            Self::Blocks => Vec::new(),
            Self::Undo => sha256d::Hash::hash(payload).to_byte_array().to_vec(),
        }
    }
}

/// A place between two records, where one ends and the next begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileEnd {
    /// The file's number, from 0.
    pub file: u32,
    /// Bytes from its beginning.
    pub offset: u32,
}

/// A series of append-only files. Reading needs no exclusive access and may be done from several
/// threads at once.
#[derive(Debug)]
pub struct FlatFiles {
    handles: Handles,
    magic: [u8; 4],
    mask: [u8; MASK_BYTES],
    max_file_bytes: u32,
    end: FileEnd,
    /// The last file, once something was written to it. Held open from then until it is synced, so
    /// that a failure of the kernel's own writing is reported here.
    writer: Option<Arc<File>>,
    unsynced: bool,
    new_names: bool,
    /// A failed write may have left bytes behind the end.
    torn: bool,
    /// A sync failed: what the disk holds is no longer known.
    lost: bool,
}

impl FlatFiles {
    /// Opens the files in a directory, which is made if it is not there (its parent is not). Looks at
    /// names and the last file's length only.
    ///
    /// # Errors
    /// [`FlatFileError::Read`], also for a mask of another length; [`FlatFileError::Write`] if the
    /// directory cannot be made.
    pub fn open(
        dir: &Path,
        kind: FlatKind,
        magic: [u8; 4],
        max_file_bytes: u32,
    ) -> Result<Self, FlatFileError> {
        make_dir(dir).map_err(|source| FlatFileError::write(dir, source))?;
        let handles = Handles::new(dir, kind);
        let last = handles.last()?;
        let end = match last {
            Some(file) => FileEnd { file, offset: handles.length(file)? },
            None => FileEnd::default(),
        };
        Ok(Self {
            handles,
            magic,
            mask: read_mask(dir)?,
            max_file_bytes,
            end,
            writer: None,
            // Whoever wrote the last file may have been killed before it was synced.
            unsynced: last.is_some(),
            new_names: true,
            torn: false,
            lost: false,
        })
    }

    /// Where the next record begins, unless it does not fit into the last file.
    #[must_use]
    pub fn end(&self) -> FileEnd {
        self.end
    }

    /// Writes a record behind the last one. It is kept from the next [`FlatFiles::sync`] on. A file
    /// that is full is synced here, once in its life.
    ///
    /// # Errors
    /// [`FlatFileError::TooLong`]; [`FlatFileError::Write`] if the disk is full or fails, and then
    /// nothing of the record stays; [`FlatFileError::Lost`].
    pub fn append(&mut self, payload: &[u8]) -> Result<FilePlace, FlatFileError> {
        let (mut record, len) = self.record(payload)?;
        self.make_room(record.len())?;
        self.heal()?;
        let (file, end) = (self.writer()?, self.end);
        self.apply_mask(&mut record, end.offset);
        self.unsynced = true;
        if let Err(source) = file.write_all_at(&record, u64::from(end.offset)) {
            self.torn = true;
            // What was written so far goes now if it can, and before the next record at the latest.
            let _ = self.heal();
            return Err(FlatFileError::write(&self.handles.path(end.file), source));
        }
        // `make_room` saw that it fits below `max_file_bytes`.
        let place = FilePlace { file: end.file, offset: end.offset + HEAD_BYTES, len };
        self.end.offset = place.offset + len + self.kind().checksum_bytes();
        Ok(place)
    }

    /// Keeps everything that was appended: durable on return.
    ///
    /// # Errors
    /// [`FlatFileError::Lost`] if the disk failed, now or in an earlier sync.
    pub fn sync(&mut self) -> Result<(), FlatFileError> {
        let path = self.handles.path(self.end.file);
        self.check_not_lost(&path)?;
        if self.unsynced {
            let result = self.writer()?.sync_data();
            self.or_lost(&path, result)?;
            self.unsynced = false;
        }
        if self.new_names {
            let dir = self.handles.dir().to_owned();
            self.or_lost(&dir, sync_dir(&dir))?;
            self.new_names = false;
        }
        Ok(())
    }

    /// Reads a record's payload.
    ///
    /// # Errors
    /// [`FlatFileError::Missing`], [`FlatFileError::Short`], [`FlatFileError::NotARecord`],
    /// [`FlatFileError::Checksum`], [`FlatFileError::Read`].
    pub fn read(&self, place: FilePlace) -> Result<Vec<u8>, FlatFileError> {
        let path = self.handles.path(place.file);
        let not_a_record =
            || FlatFileError::NotARecord { path: path.clone(), offset: u64::from(place.offset) };
        let begin = place.offset.checked_sub(HEAD_BYTES).ok_or_else(not_a_record)?;
        let file = self.handles.open(place.file)?;
        let checksum_bytes = self.kind().checksum_bytes();
        let wanted = u64::from(HEAD_BYTES) + u64::from(place.len) + u64::from(checksum_bytes);
        // Before a length from outside becomes an allocation.
        if u64::from(begin) + wanted > u64::from(self.handles.length(place.file)?) {
            return Err(FlatFileError::Short { path, offset: u64::from(begin) });
        }
        let mut record = vec![0; usize::try_from(wanted).map_err(|_| not_a_record())?];
        file.read_exact_at(&mut record, u64::from(begin))
            .map_err(|source| FlatFileError::read(&path, source))?;
        self.apply_mask(&mut record, begin);
        let checksum = record.split_off(record.len() - checksum_bytes as usize);
        let payload = record.split_off(HEAD_BYTES as usize);
        if record[..4] != self.magic || record[4..] != place.len.to_le_bytes() {
            return Err(not_a_record());
        }
        if checksum != self.kind().checksum(&payload) {
            return Err(FlatFileError::Checksum { path, offset: u64::from(place.offset) });
        }
        Ok(payload)
    }

    /// Cuts everything behind a place off. Durable on return.
    ///
    /// # Errors
    /// [`FlatFileError::Beyond`] if there is less than that; [`FlatFileError::Missing`];
    /// [`FlatFileError::Write`], after which some of it may be gone.
    pub fn truncate(&mut self, to: FileEnd) -> Result<(), FlatFileError> {
        if to == self.end && !self.torn {
            return Ok(());
        }
        let path = self.handles.path(to.file);
        let there = if to.file == self.end.file { self.end.offset } else { self.length(to.file)? };
        if to > self.end || to.offset > there {
            return Err(FlatFileError::Beyond { path, offset: u64::from(to.offset) });
        }
        self.writer = None;
        self.torn = true;
        // The newest first: a crash in between leaves no gap.
        for file in (to.file + 1..=self.end.file).rev() {
            self.handles.remove(file)?;
            self.new_names = true;
            self.end = FileEnd { file: file - 1, offset: self.handles.length(file - 1)? };
        }
        self.end = to;
        self.heal()?;
        self.unsynced = true;
        self.sync()
    }

    /// Masks the bytes of a file, or takes the mask off. `offset` is where they are in it.
    fn apply_mask(&self, bytes: &mut [u8], offset: u32) {
        if self.mask == [0; MASK_BYTES] {
            return;
        }
        let from = offset as usize % MASK_BYTES;
        for (byte, mask) in bytes.iter_mut().zip(self.mask.iter().cycle().skip(from)) {
            *byte ^= mask;
        }
    }

    fn kind(&self) -> FlatKind {
        self.handles.kind()
    }

    fn length(&self, file: u32) -> Result<u32, FlatFileError> {
        self.handles.length(file)
    }

    /// A record's bytes, and its payload's length.
    fn record(&self, payload: &[u8]) -> Result<(Vec<u8>, u32), FlatFileError> {
        let overhead = u64::from(HEAD_BYTES + self.kind().checksum_bytes());
        let total = overhead + payload.len() as u64;
        let len = u32::try_from(payload.len()).ok();
        let Some(len) = len.filter(|_| total <= u64::from(self.max_file_bytes)) else {
            return Err(FlatFileError::TooLong { len: payload.len(), max: self.max_file_bytes });
        };
        let checksum = self.kind().checksum(payload);
        Ok(([&self.magic, &len.to_le_bytes()[..], payload, &checksum].concat(), len))
    }

    /// Goes on to a new file if the last one is too full for a record.
    fn make_room(&mut self, record: usize) -> Result<(), FlatFileError> {
        self.check_not_lost(&self.handles.path(self.end.file))?;
        let fits = u64::from(self.end.offset) + record as u64 <= u64::from(self.max_file_bytes);
        if fits || self.end.offset == 0 {
            return Ok(());
        }
        self.heal()?;
        // So at most one file waits for a sync at any time.
        self.sync()?;
        self.writer = None;
        let file = self.end.file.checked_add(1).ok_or(FlatFileError::TooManyFiles)?;
        self.end = FileEnd { file, offset: 0 };
        Ok(())
    }

    /// Cuts off what a failed write left behind the end.
    fn heal(&mut self) -> Result<(), FlatFileError> {
        if self.torn {
            let (file, end) = (self.writer()?, self.end);
            file.set_len(u64::from(end.offset))
                .map_err(|source| FlatFileError::write(&self.handles.path(end.file), source))?;
            self.torn = false;
        }
        Ok(())
    }

    fn writer(&mut self) -> Result<Arc<File>, FlatFileError> {
        if let Some(writer) = &self.writer {
            return Ok(Arc::clone(writer));
        }
        let (file, made) = self.handles.open_to_write(self.end.file)?;
        self.new_names |= made;
        Ok(Arc::clone(self.writer.insert(Arc::new(file))))
    }

    fn check_not_lost(&self, path: &Path) -> Result<(), FlatFileError> {
        if self.lost {
            let source = io::Error::other("an earlier write was not kept");
            return Err(FlatFileError::Lost { path: PathBuf::from(path), source });
        }
        Ok(())
    }

    /// A failed sync is final: the kernel may have dropped the bytes, and a second sync would say
    /// that all is well.
    fn or_lost(&mut self, path: &Path, result: io::Result<()>) -> Result<(), FlatFileError> {
        result.map_err(|source| {
            self.lost = true;
            FlatFileError::Lost { path: path.to_owned(), source }
        })
    }
}

/// Makes a directory unless it is there. Durable on return, so that its files can be.
fn make_dir(dir: &Path) -> io::Result<()> {
    match fs::create_dir(dir) {
        Ok(()) => sync_dir(&dir.join("..")),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}
