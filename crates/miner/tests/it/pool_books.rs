//! A pool and the place of its books, when that does not do as it should.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use quarry_miner::pool::{BooksFile, KeptBooks};

use super::pool_server::{PATIENCE, Running};
use super::upstream::PAYOUT;

/// A disk that can be full.
#[derive(Debug, Default)]
struct Disk {
    bytes: Mutex<Option<Vec<u8>>>,
    full: AtomicBool,
    blocks: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl BooksFile for Disk {
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        Ok(self.bytes.lock().unwrap().clone())
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        if self.full.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        *self.bytes.lock().unwrap() = Some(bytes.to_vec());
        Ok(())
    }

    fn keep_block(&self, hash: &str, bytes: &[u8]) -> io::Result<()> {
        self.blocks.lock().unwrap().insert(hash.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn forget_block(&self, hash: &str) -> io::Result<()> {
        self.blocks.lock().unwrap().remove(hash);
        Ok(())
    }

    fn blocks(&self) -> io::Result<Vec<Vec<u8>>> {
        Ok(self.blocks.lock().unwrap().values().cloned().collect())
    }

    fn place(&self) -> String {
        "a disk".to_owned()
    }
}

fn books(disk: &Arc<Disk>) -> KeptBooks {
    KeptBooks { file: Arc::<Disk>::clone(disk), chain: "test".to_owned() }
}

/// Whoever watches is told that books are not written; nobody stops working for it, and all is kept once
/// there is room again.
#[tokio::test]
async fn a_full_disk_is_told_and_forgotten() {
    let disk = Arc::<Disk>::default();
    let running = Running::start_with(1, Some(books(&disk)), |_| {}).await;
    disk.full.store(true, Ordering::Relaxed);
    let mut miner = running.miner(PAYOUT).await;
    // Each share is a block, and each block is kept at once.
    let solution = miner.solve(0);
    assert_eq!(miner.submit(&solution).await, "Accepted");
    let error = running.until("trouble", |running| running.pool.status().error).await;
    assert!(error.contains("the pool's books cannot be written to a disk"), "{error}");
    disk.full.store(false, Ordering::Relaxed);
    let solution = miner.solve(1);
    assert_eq!(miner.submit(&solution).await, "Accepted");
    let no_more = |running: &Running| running.pool.status().error.is_none().then_some(());
    running.until("end of trouble", no_more).await;
    let extranonce = miner.extranonce1();
    running.handle.shutdown(PATIENCE).await.unwrap();

    let again = Running::start_with(1, Some(books(&disk)), |_| {}).await;
    let status = again.pool.status();
    assert_eq!((status.total.accepted, status.blocks.len(), status.connections), (2, 2, 0));
    assert_eq!(status.workers[0].connections, 0);
    // By chance they are the same once in four billion runs.
    assert_ne!(again.miner(PAYOUT).await.extranonce1(), extranonce);
    again.handle.shutdown(PATIENCE).await.unwrap();
}

/// A block that no node has answered for when a pool dies is handed in by the next.
#[tokio::test]
async fn a_block_that_nobody_answered_for_outlives_its_pool() {
    let disk = Arc::<Disk>::default();
    let first = Running::start_with(4, Some(books(&disk)), |_| {}).await;
    first.is_open.send_replace(false);
    let mut miner = first.miner(PAYOUT).await;
    let solution = miner.solve(0);
    assert_eq!(miner.submit(&solution).await, "Accepted");
    let kept = |_: &Running| disk.blocks.lock().unwrap().values().next().cloned();
    let block = first.until("the block on the disk", kept).await;
    let found = |_: &Running| disk.bytes.lock().unwrap().as_ref().map(Vec::len).filter(|n| *n > 0);
    first.until("the books", found).await;
    // Its books are as they were when it died.
    let died = disk.bytes.lock().unwrap().clone();
    first.handle.shutdown(PATIENCE).await.unwrap();
    *disk.bytes.lock().unwrap() = died;
    assert_eq!(disk.blocks.lock().unwrap().len(), 1, "what nobody answered is kept");

    let second = Running::start_with(4, Some(books(&disk)), |_| {}).await;
    let taken = |second: &Running| second.taken.lock().unwrap().first().cloned();
    assert_eq!(second.until("the block", taken).await, block);
    let gone = |_: &Running| disk.blocks.lock().unwrap().is_empty().then_some(());
    second.until("its answer", gone).await;
    second.handle.shutdown(PATIENCE).await.unwrap();
}
