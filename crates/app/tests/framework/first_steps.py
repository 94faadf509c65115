"""Two nodes under Bitcoin Core's functional test framework: what nearly every script of Core's does.

Proves that the framework can start, connect, drive, restart and stop a node; that MiniWallet finds
its coins and spends them; that a peer written by others completes the handshake and gets blocks and
transactions; that a branch that is invalidated gives way to another one on both nodes.
"""

from test_framework.address import ADDRESS_BCRT1_UNSPENDABLE
from test_framework.messages import MSG_BLOCK, MSG_WITNESS_FLAG, CInv, msg_getdata
from test_framework.p2p import P2PInterface
from test_framework.test_framework import BitcoinTestFramework
from test_framework.util import assert_equal, assert_raises_rpc_error
from test_framework.wallet import MiniWallet


class FirstSteps(BitcoinTestFramework):
    def set_test_params(self):
        self.setup_clean_chain = True
        self.num_nodes = 2
        self.extra_args = [["-txindex"], []]

    def run_test(self):
        self.wallet = MiniWallet(self.nodes[0])
        self.generates_and_relays()
        self.serves_a_peer()
        self.reorganises()
        self.restarts()

    def generates_and_relays(self):
        self.log.info("Blocks and a transaction reach the other node")
        node, other = self.nodes
        self.generate(self.wallet, 110)
        assert_equal(other.getblockcount(), 110)
        sent = self.wallet.send_self_transfer(from_node=node)
        self.sync_mempools()
        assert_equal(other.getrawmempool(), [sent["txid"]])
        self.generate(self.wallet, 1)
        assert_equal(node.getrawtransaction(sent["txid"], 1)["confirmations"], 1)
        refusal = "Transaction outputs already in utxo set"
        assert_raises_rpc_error(-27, refusal, node.sendrawtransaction, sent["hex"])

    def serves_a_peer(self):
        self.log.info("A peer gets the tip that it asks for")
        node = self.nodes[0]
        peer = node.add_p2p_connection(P2PInterface())
        tip = int(node.getbestblockhash(), 16)
        peer.send_without_ping(msg_getdata([CInv(MSG_BLOCK | MSG_WITNESS_FLAG, tip)]))
        peer.wait_for_block(tip)
        new = self.wallet.send_self_transfer(from_node=node)
        peer.wait_for_tx(new["txid"])
        node.disconnect_p2ps()

    def reorganises(self):
        self.log.info("An invalidated branch gives way, and its transactions wait again")
        node, other = self.nodes
        height = node.getblockcount()
        self.generate(self.wallet, 3)
        left = node.getblockhash(height + 1)
        for each in self.nodes:
            each.invalidateblock(left)
            assert_equal(each.getblockcount(), height)
        assert_equal(len(node.getrawmempool()), 1)
        # To somebody else: within a second, the wallet's own block would be the invalidated one.
        branch = self.generatetoaddress(node, 5, ADDRESS_BCRT1_UNSPENDABLE)
        assert_equal(other.getbestblockhash(), branch[-1])
        for each in self.nodes:
            each.reconsiderblock(left)
            assert_equal(each.getbestblockhash(), branch[-1])
        statuses = sorted(tip["status"] for tip in node.getchaintips())
        assert_equal(statuses, ["active", "valid-fork"])

    def restarts(self):
        self.log.info("A restart keeps the chain, after a stop and after kill -9")
        node = self.nodes[0]
        tip = node.getbestblockhash()
        self.restart_node(0)
        assert_equal(node.getbestblockhash(), tip)
        node.kill_process()
        self.start_node(0)
        assert_equal(node.getbestblockhash(), tip)
        self.connect_nodes(0, 1)
        self.generate(self.wallet, 1)


if __name__ == "__main__":
    FirstSteps(__file__).main()
