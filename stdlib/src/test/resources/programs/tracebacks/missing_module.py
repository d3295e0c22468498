import no_package.nothing
