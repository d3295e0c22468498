import dataclasses
import pprint


@dataclasses.dataclass
class Order:
    name: str
    items: list


class Own(Order):
    def __repr__(self):
        return 'own ' * 30


pprint.pprint(Order('x' * 30, list(range(30))))
pprint.pprint(Order('x', []))
pprint.pprint([Own('x', [])])
