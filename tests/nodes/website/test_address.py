"""Public addresses, and all others."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.website.address import is_public, parse_address


@pytest.mark.parametrize(
    "address",
    [
        "93.184.215.14",
        "8.8.8.8",
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2a00:1450:4001::",
        "::ffff:93.184.215.14",
        "64:ff9b::5db8:d70e",
    ],
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "addresses",
    [
        "0.0.0.0 0.1.2.3 127.0.0.1 127.127.127.127",
        "10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1",
        "169.254.169.254 100.100.100.200 168.63.129.16 192.0.0.192",
        "192.0.2.1 198.51.100.7 203.0.113.7 198.18.0.1 198.19.255.255",
        "192.31.196.1 192.52.193.1 192.88.99.1 192.175.48.1",
        "224.0.0.251 239.255.255.250 240.0.0.1 255.255.255.255",
        ":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe ::ffff:0:7f00:1",
        "64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::7f00:1 64:ff9b:1::5db8:d70e",
        "2001::1 2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:20::1 2001:1ff::1 2002:7f00:1:: 2002:5db8:d70e::",
        "100::1 100:0:0:1::1 2001:db8::1 3fff::1 2620:4f:8000::1 4000::1 5f00::1",
        "fc00::1 fd20:ce::254 fd00:ec2::254 fe80::1 fe80::a9fe:a9fe fec0::1 ff02::1 ff0e::1",
        "2606:4700::1111%eth0",
    ],
)
def test_all_other_addresses_are_not(addresses: str) -> None:
    for address in addresses.split():
        assert not is_public(ip_address(address))


@given(st.integers(0, 2**125 - 1))
def test_what_the_standard_library_calls_private_is_never_public(number: int) -> None:
    address = IPv6Address(2**125 + number)  # anywhere in 2000::/3

    assert not (is_public(address) and address.is_private)


@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_is_as_public_inside_an_ipv6_address(number: int) -> None:
    address = IPv4Address(number)

    assert is_public(IPv6Address(f"::ffff:{address}")) == is_public(address)
    assert is_public(IPv6Address(f"64:ff9b::{address}")) == is_public(address)
    assert not (is_public(address) and (address.is_private or address.is_multicast or address.is_reserved))


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "0177.0.0.1", "1.2.3.4.5", "[::1]"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert parse_address(text) is None
