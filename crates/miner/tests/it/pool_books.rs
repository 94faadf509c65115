//! A pool and the place of its books, when that does not do as it should.

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
