"""Runs PyPI's `aiostratum-proxy` between miners and a pool of Bitcoin's kind.

Its own classes for Bitcoin leave two hooks to whoever uses them, which are filled in here as it does it for
Equihash: what a miner is sent when it has subscribed, and how a share of it is made into one of the pool's.
"""

import asyncio
import sys

from aiostratum_proxy.application import Proxy
from aiostratum_proxy.protocols.stratum import StratumPoolProtocol, StratumWorkerProtocol


class Workers(StratumWorkerProtocol):
    async def hook_post_subscribe(self, connection):
        if self.pool.target_difficulty is not None:
            await connection.rpc("mining.set_difficulty", [self.pool.target_difficulty], True)
        if self.pool.current_job is not None:
            await connection.rpc("mining.notify", self.pool.current_job, True)

    async def hook_validate_share_params(self, connection, params):
        # The part of the pool's second extranonce that tells the proxy's miners apart.
        params[2] = connection.extra["extra_nonce1_tail"] + params[2]
        return params


class Pool(StratumPoolProtocol):
    async def hook_validate_job_params(self, params):
        return params[0], params[8]


async def main(port, pool_port, account):
    proxy = Proxy(
        name="proxy",
        worker_class="__main__.Workers",
        pool_class="__main__.Pool",
        listen=[{"host": "127.0.0.1", "port": int(port)}],
        pools=[{"host": "127.0.0.1", "port": int(pool_port), "account_name": account}],
    )
    await proxy.startup()
    await asyncio.Event().wait()


asyncio.run(main(*sys.argv[1:]))
