# import json makes its submodules, too.
import json

print(json.decoder.JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder is json.JSONEncoder)
try:
    json.loads('{')
except json.decoder.JSONDecodeError as e:
    print(e)
