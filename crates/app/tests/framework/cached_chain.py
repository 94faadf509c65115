"""A node under Bitcoin Core's functional test framework that starts from a copied data directory.

Proves that a chain made by one node, of whose directory only `blocks`, `chainstate` and `indexes`
are kept, opens in another one, and that MiniWallet finds its coins in it.
"""

from test_framework.test_framework import BitcoinTestFramework
from test_framework.util import assert_equal
from test_framework.wallet import MiniWallet


class CachedChain(BitcoinTestFramework):
    def set_test_params(self):
        self.num_nodes = 2

    def run_test(self):
        node, other = self.nodes
        assert_equal(node.getblockcount(), 200)
        wallet = MiniWallet(node)
        sent = wallet.send_self_transfer(from_node=node)
        self.sync_mempools()
        assert sent["txid"] in other.getrawmempool()
        self.generate(node, 1)
        assert_equal(other.getrawmempool(), [])


if __name__ == "__main__":
    CachedChain(__file__).main()
