"""Fetch the certificates that sign Amazon SNS's messages."""

import httpx2

from experiments.problems import UnverifiedWebhook

SECONDS = 5.0  # a small file on Amazon's own network; SNS tries again where this is too short
KEPT = 20  # certificates: SNS has one per region, and a new one every year or so
MOST_BYTES = 64 * 1024  # a certificate has two kilobytes


class SnsCertificates:
    """Certificates by their address, kept once they were fetched; for a thread.

    Whoever asks has checked that the address is Amazon's. No redirect is followed.
    """

    def __init__(self, transport: httpx2.BaseTransport | None = None) -> None:
        self._transport = transport
        self._kept: dict[str, bytes] = {}

    def certificate(self, url: str) -> bytes:
        """Return the PEM; raise UnverifiedWebhook where it cannot be had."""
        if url not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[url] = self._fetch(url)
        return self._kept[url]

    def _fetch(self, url: str) -> bytes:
        try:
            with httpx2.Client(transport=self._transport, timeout=SECONDS, follow_redirects=False) as client:
                answer = client.get(url)
        except httpx2.HTTPError as error:
            raise UnverifiedWebhook("The signing certificate cannot be fetched at this moment.") from error
        if answer.status_code != 200 or len(answer.content) > MOST_BYTES:
            raise UnverifiedWebhook("The signing certificate is not at its address.")
        return answer.content
