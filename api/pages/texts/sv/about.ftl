about-title = Så läser du nivåer och tecken
about-lead = Vad orden och tecknen på sidorna betyder. Definitionerna är desamma som i ontologin.
about-levels = Nivån räknas fram ur vad som har lästs in i denna samling. Den säger inget om hur stor en verkan är och är inget betyg på forskningen. På varje länk står steg för steg hur nivån blev till.
about-kinds = Bara sådant som har undersökts på något sätt väger. Åsikter, planer, kommentarer, normer och beskrivningar visas, men väger inget.

licences-title = Licenser
licences-lead = Koden är fri under MIT-licensen; ontologin och det som har lästs in, under CC BY 4.0.
licences-bundled = Vad webbläsaren laddar
licences-text = Licenserna i sin helhet
licences-package = Paket
licences-version = Version
licences-licence = Licens
licences-not-built = Inget har byggts för webbläsaren i denna installation.
