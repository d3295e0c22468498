"""What installed packages say of themselves."""
import os
import sys
import tempfile
from importlib import metadata

with tempfile.TemporaryDirectory() as folder:
    one = os.path.join(folder, 'Some_Thing-1.2.dist-info')
    os.mkdir(one)

    def write(name, text):
        with open(os.path.join(one, name), 'w') as file:
            file.write(text)

    write('METADATA', 'Metadata-Version: 2.1\nName: Some.Thing\nVersion: 1.2\nSummary: does it\n'
          'Classifier: A :: B\nClassifier: C\nRequires-Dist: other (>=1)\n'
          'Requires-Dist: more; extra == "x"\nKeywords: a b\n\nThe long\ntext\n')
    write('entry_points.txt', '[console_scripts]\nthing = json.tool:main\n\n[plugins]\n# none\nfirst = os.path:join [extra, two]\nsecond=json\n')
    write('RECORD', 'thing/__init__.py,sha256=abc,12\nthing/data.txt,,\nSome_Thing-1.2.dist-info/RECORD,,\n')
    write('top_level.txt', 'thing\n')
    os.mkdir(os.path.join(folder, 'thing'))
    with open(os.path.join(folder, 'thing', 'data.txt'), 'w') as file:
        file.write('data')
    sys.path.insert(0, folder)
    for name in ('some-thing', 'Some.Thing', 'SOME_THING'):
        print(metadata.version(name))
    about = metadata.metadata('some-thing')
    print(about['Name'], about['Summary'], about.get_all('Classifier'), about['Absent'])
    print(about.json['keywords'], about.json['requires_dist'], about.json['description'])
    print(metadata.requires('some-thing'))
    points = metadata.distribution('some-thing').entry_points
    print(sorted(points.names), sorted(points.groups), points['first'])
    print(points['first'].load() is os.path.join, points['first'].extras, points.select(group='plugins').names)
    print(metadata.entry_points(group='plugins', name='second')['second'].load().__name__)
    files = metadata.files('some-thing')
    print(files[0], files[0].hash, files[0].size, files[1].read_text(), len(files))
    print(metadata.packages_distributions()['thing'])
    try:
        metadata.version('not-there')
    except metadata.PackageNotFoundError as e:
        print(e, e.name, isinstance(e, ImportError))
    try:
        metadata.distribution('')
    except ValueError as e:
        print(e)
