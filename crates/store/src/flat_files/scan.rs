//! Walking the records of flat files, up to the first that is not whole.
//!
//! Does not know which records were acknowledged: the caller says where to begin.

use std::ops::ControlFlow;
use std::os::unix::fs::FileExt;

use quarry_chain::record::FilePlace;

use super::{FileEnd, FlatFileError, FlatFiles, HEAD_BYTES};

/// How much of a file is searched at once for the next record.
const SEARCH_BYTES: u32 = 64 << 10;

/// Why a scan ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanStop {
    /// There is nothing behind the last record.
    End,
    /// A record is cut off by the end of its file.
    Torn,
    /// What follows has not the magic of a record.
    Foreign,
    /// Undo data has a wrong checksum.
    Checksum,
    /// The visitor refused a record.
    Refused,
}

/// Where a scan ended, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScanEnd {
    /// Behind the last whole record that the visitor took: what to give [`FlatFiles::truncate`].
    pub end: FileEnd,
    /// What is there.
    pub stop: ScanStop,
}

/// The next thing in a file.
enum Next {
    Record(FilePlace, Vec<u8>),
    EndOfFile,
    Stop(ScanStop),
}

impl FlatFiles {
    /// Shows every whole record from a place on, in order. A visitor that breaks refuses the record:
    /// the scan then ends before it.
    ///
    /// # Errors
    /// [`FlatFileError::Beyond`] or [`FlatFileError::Missing`] if there is less than where it shall
    /// begin; [`FlatFileError::Read`].
    pub fn scan(
        &self,
        from: FileEnd,
        mut visit: impl FnMut(FilePlace, Vec<u8>) -> ControlFlow<()>,
    ) -> Result<ScanEnd, FlatFileError> {
        let mut end = from;
        let nothing_yet = FileEnd::default();
        if from == nothing_yet && self.end() == nothing_yet {
            return Ok(ScanEnd { end, stop: ScanStop::End });
        }
        let mut length = self.length(end.file)?;
        if end.offset > length {
            let (path, offset) = (self.handles.path(end.file), u64::from(end.offset));
            return Err(FlatFileError::Beyond { path, offset });
        }
        loop {
            match self.next(end, length)? {
                Next::Record(place, payload) => {
                    if visit(place, payload).is_break() {
                        return Ok(ScanEnd { end, stop: ScanStop::Refused });
                    }
                    end.offset = place.offset + place.len + self.kind().checksum_bytes();
                }
                Next::EndOfFile => match end.file.checked_add(1) {
                    Some(file) if self.handles.exists(file)? => {
                        end = FileEnd { file, offset: 0 };
                        length = self.length(file)?;
                    }
                    _ => return Ok(ScanEnd { end, stop: ScanStop::End }),
                },
                Next::Stop(stop) => return Ok(ScanEnd { end, stop }),
            }
        }
    }

    /// Shows every whole record of all files, in order, and goes on behind what is none: for files of
    /// which nothing is known.
    ///
    /// # Errors
    /// [`FlatFileError::Read`].
    pub fn scan_all(&self, mut visit: impl FnMut(FilePlace)) -> Result<(), FlatFileError> {
        for file in 0..=self.end().file {
            if !self.handles.exists(file)? {
                continue;
            }
            let length = self.length(file)?;
            let mut end = FileEnd { file, offset: 0 };
            loop {
                match self.next(end, length)? {
                    Next::Record(place, _) => {
                        visit(place);
                        end.offset = place.offset + place.len + self.kind().checksum_bytes();
                    }
                    Next::EndOfFile => break,
                    Next::Stop(_) => match self.find_magic(end, length)? {
                        Some(offset) => end.offset = offset,
                        None => break,
                    },
                }
            }
        }
        Ok(())
    }

    /// Where the next magic is behind a place, from the beginning of its file.
    fn find_magic(&self, behind: FileEnd, length: u32) -> Result<Option<u32>, FlatFileError> {
        let file = self.handles.open(behind.file)?;
        let mut from = behind.offset.saturating_add(1);
        let mut window = vec![0; SEARCH_BYTES as usize];
        while length.saturating_sub(from) > HEAD_BYTES {
            let bytes = &mut window[..SEARCH_BYTES.min(length - from) as usize];
            file.read_exact_at(bytes, u64::from(from))
                .map_err(|source| FlatFileError::read(&self.handles.path(behind.file), source))?;
            self.apply_mask(bytes, from);
            let found = bytes.windows(self.magic.len()).position(|four| four == self.magic);
            if let Some(at) = found.and_then(|at| u32::try_from(at).ok()) {
                return Ok(Some(from + at));
            }
            // A magic may begin in this window and end in the next.
            from += u32::try_from(bytes.len()).unwrap_or(SEARCH_BYTES) - 3;
        }
        Ok(None)
    }

    fn next(&self, at: FileEnd, length: u32) -> Result<Next, FlatFileError> {
        if at.offset == length {
            return Ok(Next::EndOfFile);
        }
        let left = length - at.offset;
        let Some(behind_head) = left.checked_sub(HEAD_BYTES) else {
            return Ok(Next::Stop(ScanStop::Torn));
        };
        let mut head = [0; HEAD_BYTES as usize];
        let file = self.handles.open(at.file)?;
        file.read_exact_at(&mut head, u64::from(at.offset))
            .map_err(|source| FlatFileError::read(&self.handles.path(at.file), source))?;
        self.apply_mask(&mut head, at.offset);
        let [m0, m1, m2, m3, l0, l1, l2, l3] = head;
        if [m0, m1, m2, m3] != self.magic {
            return Ok(Next::Stop(ScanStop::Foreign));
        }
        let len = u32::from_le_bytes([l0, l1, l2, l3]);
        if u64::from(len) + u64::from(self.kind().checksum_bytes()) > u64::from(behind_head) {
            return Ok(Next::Stop(ScanStop::Torn));
        }
        let place = FilePlace { file: at.file, offset: at.offset + HEAD_BYTES, len };
        match self.read(place) {
            Ok(payload) => Ok(Next::Record(place, payload)),
            Err(FlatFileError::Checksum { .. }) => Ok(Next::Stop(ScanStop::Checksum)),
            Err(error) => Err(error),
        }
    }
}
