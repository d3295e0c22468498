"""A certificate for localhost and 127.0.0.1, for these tests only, that nobody has signed."""
import atexit
import os
import tempfile

KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/lTc01dQr/pfiN3W
TqXRzM4qtIAtMHak/B1T1wo4jOihRANCAARqcHOesFlT9duicH+c5nwx9rOwQBSp
DOO/nmba23dJ/mUEkPmnw0dQvDes4fB8aUmop0ItmSo6Ddh7YbhDW3Zt
-----END PRIVATE KEY-----
"""
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBozCCAUigAwIBAgICEAEwCgYIKoZIzj0EAwIwMTELMAkGA1UEBhMCREUxDjAM
BgNVBAoMBVRlc3RzMRIwEAYDVQQDDAlsb2NhbGhvc3QwIBcNMjAwMTAxMDAwMDAw
WhgPMjEyMDAxMDEwMDAwMDBaMDExCzAJBgNVBAYTAkRFMQ4wDAYDVQQKDAVUZXN0
czESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
anBznrBZU/XbonB/nOZ8MfazsEAUqQzjv55m2tt3Sf5lBJD5p8NHULw3rOHwfGlJ
qKdCLZkqOg3Ye2G4Q1t2baNOMEwwDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzAR
gglsb2NhbGhvc3SHBH8AAAEwHQYDVR0OBBYEFKYmR9d9ddNrzWAOmLd+z+iHGqIh
MAoGCCqGSM49BAMCA0kAMEYCIQCbQnz9jOk4d1L/t2fvhKG4EaKJztNmFXgf3zop
dgxR4AIhAO2iJ0Edr6Nud8Qwi7pWIvfyjmLVA/z0725lAlxTy9q8
-----END CERTIFICATE-----
"""
_folder = tempfile.TemporaryDirectory()
atexit.register(_folder.cleanup)


def _file(name, text):
    path = os.path.join(_folder.name, name)
    with open(path, 'w') as file:
        file.write(text)
    return path


key_file = _file('key.pem', KEY)
certificate_file = _file('certificate.pem', CERTIFICATE)
