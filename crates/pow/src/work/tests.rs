//! Works: the field's limits, what is hashed, and what counts as a hit.

use super::*;

fn field(offset: usize, width: NonceWidth, endian: Endian) -> NonceField {
    NonceField { offset, width, endian }
}

fn data(len: usize, field: NonceField) -> Result<Work, WorkError> {
    Work::data(vec![0xaa; len], field, HashOrder::Digest, Target::MAX)
}

#[test]
fn the_field_must_lie_inside() {
    let four = |offset| field(offset, NonceWidth::U32, Endian::Big);
    let eight = |offset| field(offset, NonceWidth::U64, Endian::Big);
    assert!(data(4, four(0)).is_ok());
    assert!(data(8, eight(0)).is_ok());
    assert!(data(100, four(96)).is_ok());
    for (len, field) in [
        (0, four(0)),
        (3, four(0)),
        (4, four(1)),
        (7, eight(0)),
        (99, four(96)),
        (8, four(usize::MAX)),
        (8, four(usize::MAX - 4)),
    ] {
        let (offset, width) = (field.offset, field.width.bytes());
        assert_eq!(data(len, field), Err(WorkError::FieldOutside { offset, width, len }));
    }
}

#[test]
fn the_length_is_limited() {
    let last = field(MAX_DATA_LEN - 4, NonceWidth::U32, Endian::Big);
    assert!(data(MAX_DATA_LEN, last).is_ok());
    let len = MAX_DATA_LEN + 1;
    assert_eq!(data(len, last), Err(WorkError::TooLong { len }));
    let appended = |len: usize| {
        Work::data_with_appended_nonce(&vec![0; len], NonceWidth::U64, Endian::Big, Target::MAX)
    };
    assert!(appended(MAX_DATA_LEN - 8).is_ok());
    assert_eq!(appended(MAX_DATA_LEN - 7), Err(WorkError::TooLong { len }));
}

#[test]
fn the_preimage_has_the_nonce_in_its_field_only() {
    let preimage =
        |width, endian, nonce| data(10, field(1, width, endian)).unwrap().preimage(nonce);
    assert_eq!(
        preimage(NonceWidth::U32, Endian::Little, 0x0102_0304)[..6],
        [0xaa, 4, 3, 2, 1, 0xaa]
    );
    assert_eq!(preimage(NonceWidth::U32, Endian::Big, 0x0102_0304)[..6], [0xaa, 1, 2, 3, 4, 0xaa]);
    let nonce = 0x0102_0304_0506_0708;
    assert_eq!(
        preimage(NonceWidth::U64, Endian::Little, nonce),
        [0xaa, 8, 7, 6, 5, 4, 3, 2, 1, 0xaa]
    );
    assert_eq!(preimage(NonceWidth::U64, Endian::Big, nonce), [0xaa, 1, 2, 3, 4, 5, 6, 7, 8, 0xaa]);
}

#[test]
fn a_nonce_outside_the_space_is_no_hit() {
    let work = Work::header([0; 80], Target::MAX);
    let nonce = 1 << 32;
    assert_eq!(work.verify(nonce), Err(VerifyError::OutOfSpace { position: nonce }));
    assert!(!work.check(nonce));
    assert!(work.check(nonce - 1));
}

/// Each order reads the same digest: SHA256d("hello" and eight zero bytes), from `sha256sum`.
#[test]
fn hash_in_both_orders() {
    let digest = "d4a69e58da074d7044c82d7803fe10d18c7e91c6571986a8085fc968139db726";
    let digest_of = |order| {
        let field = field(5, NonceWidth::U64, Endian::Big);
        let bytes = b"hello\0\0\0\0\0\0\0\0".to_vec();
        Work::data(bytes, field, order, Target::MAX).unwrap().hash(0)
    };
    assert_eq!(digest_of(HashOrder::Digest).to_string(), digest);
    let mut reversed = hex::decode(digest).unwrap();
    reversed.reverse();
    assert_eq!(digest_of(HashOrder::Bitcoin).to_string(), hex::encode(reversed));
}

#[test]
fn the_bound_is_a_hit_and_one_below_it_is_not() {
    let nonce = 12345;
    let hash = Work::header([7; 80], Target::MAX).hash(nonce);
    let bound = Target::from_be_bytes(hash.to_be_bytes());
    assert_eq!(Work::header([7; 80], bound).verify(nonce), Ok(hash));
    let mut below = hash.to_be_bytes();
    // Subtract one from the number.
    for byte in below.iter_mut().rev() {
        let (less, borrow) = byte.overflowing_sub(1);
        *byte = less;
        if !borrow {
            break;
        }
    }
    let work = Work::header([7; 80], Target::from_be_bytes(below));
    assert_eq!(work.verify(nonce), Err(VerifyError::AboveTarget { hash }));
}
