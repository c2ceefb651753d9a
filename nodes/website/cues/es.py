"""Spanish."""

PATTERNS = {
    "we": r"\b(?:nosotros|nuestr[oa]s?|nos|somos|\w{3,}(?:amos|emos|imos))\b",
    "is_a": r"(?:es|son) (?:una? |el |la |los |las |tu |su )",
    "makes": r"""\b(?:fabric|constru|diseñ|ofrec|provee|prove|vend|entreg|desarroll|produc|repar|manten|
instal|alquil|rent|form|capacit|asesor|ayud|prueb|prob|inspeccion|calibr|limpi|transport|almacen|recicl|
reclut|gestion|administr|aloj|proteg|monitore|vigil|automatiz|conect|traduc|imprim|mecaniz|cort|sold|envas|
distribu|import|equip|renov|serv|guard|reserv|serigraf|etiquet|mid|mide|llam|somos|control|
supervis|analiz|optimiz|reduc|organiz|cubr|elabor|tost|cultiv|embal)(?:amos|emos|imos|a|e|en|an|imos|uye|uimos|
ía|on|eamos|amos)?\b""",
    "it": r"(Él|Ella)(?= \w)",
    "leaning": r"""(?:y|pero|o|así|luego|después|entonces|esto|eso|est[aeo]s?|es[aeo]s?|aquell\w+|él|ella|
ellos|ellas|su|sus|también|además|por eso|por ello|sin embargo|hoy(?= se)|ahora|allí|aquí|sí|no(?:,|$)|lo|
la (?:misma|otra)|
los demás|al final|mientras tanto|de lo contrario|quien no|al contrario|guarda|antes )\b""",
    "entry": r"""\b(?:prueba (?:piloto|gratis|gratuita)|piloto|gratis|gratuit[oa]s?|sin costo|sin coste|
sin compromiso|muestras?|caja de muestras|primer (?:mes|diagnóstico)|primera (?:visita|entrega|auditoría)|
diagnóstico|demostración|demo\b|auditoría gratuita|mes de prueba|periodo de prueba)\b""",
    "audience": r"""\b(?:(?:hech|diseñad|pensad|cread|desarrollad|ideal)[oa]s? para|para|trabajamos (?:con|
para)|(?:servimos|atendemos|ayudamos|vigila la \w+ \w+ de|abastecemos) a?|nuestros clientes son|
al servicio de)\s(?P<whom>(?:[^.;:!?–—]|(?<=\d)\.(?=\d)){4,200})""",
    "audience_heading": r"""^clientes?$|^sector$|para quién|para quien|quién(?:es)? (?:nos|lo usa|trabaj)|sectores|
industrias|^(?:nuestros )?clientes$|a quién|casos de uso|mercados|con quién""",
    "role": r"""\b(?:gerentes?|gerencia|director(?:a|es|as)?|jef[ea]s?(?: de)?|jefatura|responsables?|
encargad[oa]s?|dueñ[oa]s?|propiet\w+|propiedad|ingenier[oa]s?|compras|empresas?|compañías?|fabricantes?|
productor(?:es|as)?|distribuidor(?:es|as)?|
mayoristas?|minoristas?|tiendas?|hospitales|clínicas?|consultorios?|escuelas?|colegios?|universidades|
laboratorios?|almacenes|plantas?|fábricas?|ayuntamientos?|municipios?|transportistas?|agencias?|bancos?|
aseguradoras?|
operador(?:es|as)?|agricultores|agroexportador(?:es|as)?|exportador(?:es|as)?|cooperativas?|almazaras?|fincas?|
explotaciones|
envasadoras?|bodegas?|hoteles|restaurantes|panaderías?|farmacias?|arquitectos?|constructoras?|inmobiliarias?|
asociaciones|pymes?|startups?|equipos|flotillas?|flotas?|clientes?|lácteos|cárnicos)\b""",
    "problem": r"""\b(?:demasiado|tarde|nadie|falt(?:a|an|aron|ó)|pierd\w+|perd\w+|desperdici\w+|esper(?:a|an|
ar|ando)|atras\w+|retras\w+|bloquead\w+|averías?|fall(?:a|as|an|o|os)|errores?|a mano|manual\w*|papel|hojas de|
excel|horas extra|multas?|
penaliz\w+|paros?|parad[ao]s?|mermas?|rechaz\w+|reclam\w+|riesgos?|imprevist\w+|olvid\w+|cuesta|caro|difícil|
complicad\w+|no paga|no hay|inmoviliz\w+|se queda|apagó|apagaba|sin (?:registro|stock|botella)|rotura)\b""",
    "problem_heading": r"""problema|reto|desafío|te suena|le suena|situación|dolor|por qué|cuando (?:el|la|los|las|un)|
todo el mundo quiere|realidad|lo que pasa""",
    "how_heading": r"""cómo|así (?:funciona|trabajamos)|proceso|pasos|método|funciones|características|solución|
producto|instalación|tecnología""",
    "offer_heading": r"""lo que (?:hacemos|ofrecemos)|qué (?:hacemos|ofrecemos)|servicios?|productos|catálogo|
soluciones|oferta|gama""",
    "proof_heading": r"""resultados?|referencias?|clientes|casos?|éxito|cifras|números|testimonio|proyectos|confían|
dicen""",
    "result": r"""\b(?:redu\w+|baj(?:ó|aron|a|an)|disminu\w+|pas(?:ó|aron) de|aument\w+|subi(?:ó|eron)|
duplic\w+|ahorr\w+|gan(?:ó|aron|amos)|mejor\w+|más rápido|menos|en lugar de|en promedio|promedio|de media|
mediana|medid\w+|
en el primer año|desde (?:19|20)\d\d|a tiempo|en plazo|entregad\w+|servid\w+|instalad\w+|monitoread\w+|
atendid\w+|no ha parado|no perdi(?:ó|eron|mos)|renov\w+|compran)\b""",
    "customers": r"""\b(?:clientes?|empresas?|plantas?|tiendas?|hospitales|escuelas?|fábricas?|almazaras?|
cooperativas?|sucursales|proyectos?|usuarios?|máquinas?|pedidos?|países|estados|cajas|viajes|embarques|unidades|
camiones|envases|botellas|referencias|instalaciones)\b""",
    "guarantee": r"""\b(?:garant\w+|reembols\w+|devolv\w+ (?:el|tu|su)|no pagas|no paga nada|sin cargo|
te abonamos|abonamos|pagamos el|lo cambiamos|cambiamos .{2,40} en|nos comprometemos|compromiso de|
disponibilidad|sin (?:plazo forzoso|permanencia|contrato)|
cancel\w+ (?:en cualquier|cuando)|en menos de .{1,12} (?:minutos|horas)|en \d+ horas|reponemos|sin devolución|
asegurad[oa]s?)\b""",
    "certificate": r"""\b(?:ISO(?:/IEC)? ?\d{4,5}|FSSC ?\d+|certificad[oa]s?|certificaciones|certificación|
acreditad[oa]s?|homologad[oa]s?|HACCP|BRC|IFS|COFEPRIS|NOM-\d+|trazabilidad a patrones|registro sanitario|
autorizad[oa]s? por)\b""",
    "price": r"""(?:\b(?:precios?|tarifas?|cuota|cuesta|al mes por|por mes|por unidad|por millar|sin IVA|
IVA incluido|todo incluido|descuento|mensual\w*|suscripción|desde \d|cotiz\w+|transporte incluido)\b|(?:\$\s?\d|
\d\s?(?:€|euros?|pesos|USD|MXN)(?!\w)))""",
    "about": r"""\b(?:fundad[ao]s?|fundó|naci(?:ó|mos) en|desde (?:19|20)\d\d|familiar|con sede|ubicad[ao]s?|
\d+ (?:personas|empleados|técnicos|trabajadores|monitoristas)|años (?:en el sector|de experiencia)|generación|
independiente|oficinas en|cuadrillas en)\b""",
    "about_heading": r"quiénes somos|sobre nosotros|acerca|historia|equipo|empresa$|valores|dónde estamos|ubicación",
    "planned": r"""\b(?:próximamente|en desarrollo|muy pronto|pronto disponible|planeamos|prevé|
previst[ao]s? (?:para|en)|en preparación|lista de espera|beta|a partir de 20(?:2[7-9]|3\d)|hoja de ruta|llegará|
lanzaremos)\b""",
    "market": r"""\b(?:según (?:un|una|el|la|los|las|estudios?|datos)|(?:un|recientes?) (?:estudio|estudios|
encuesta|informe)|estudios? (?:del|muestran|revelan|de mercado)|encuestas?|expertos|gartner|mckinsey|INEGI|
INE\b|
el mercado (?:mundial|global|de|alcanzará|crecerá)|en el mundo|del mundo|mundial\w*|(?:%|
por ciento) de las? (?:empresas|pymes|personas|directivos|consumidores|alimentos)|
(?:una|uno) de cada (?:dos|tres|cuatro|cinco|diez) (?:empresas|personas|pymes)|tercera parte de los|
miles de millones|billones|para 20(?:2[6-9]|3\d)|inflación|se espera que)\b""",
    "jobs": r"""\b(?:únete|trabaja con nosotros|vacantes?|empleo|buscamos (?:un|una|técnic|ingenier|vended|
operador)|envía tu (?:cv|currículum)|bolsa de trabajo|postúlate|días de vacaciones|(?:salario|sueldo) (?:de|
desde|bruto)|
teletrabajo|incorporación inmediata)\b""",
    "legal": r"""\b(?:cookies?|aviso (?:legal|de privacidad)|privacidad|datos personales|tus datos|
tus derechos|términos y|condiciones de uso|derechos reservados|registro mercantil|CIF\b|NIF\b|RFC\b|RGPD|
fines analíticos|javascript|navegador|cedemos)\b""",
    "not_for": r"decimos (?:que )?no\b|lo que no\b|no es para|para quién no|no (?:hacemos|vendemos)|particulares",
    "supplier_heading": r"""^(?:para |portal de )?proveedores$|^prensa$|sala de prensa|\binversionistas\b|
\binversores\b|^boletín|
^aviso|\bprivacidad\b|^legal$|^contacto$|^(?:nuestro )?equipo$|^ubicación""",
    "call": r"""(?:haz clic|haga clic|más información|leer|ver|conoce|descubre|contáct|contacta|
llama(?:nos)?\b|llámanos|escríbe|escribe|solicita|cotiza|pide (?:tu|una cotización|información)|descarga|
suscríbe|regístrate|reserva tu (?:demo|cita)|agenda|
empieza|comienza|prueba ahora|síguenos|comparte|bienvenid|hola|gracias|por favor|quiero|envía|aplica|¡quiero|¿|
listo para|cuéntanos|habla con|no seas)""",
    "puff": r"""\b(?:innovador\w*|líder(?:es)?|pasión|apasionad\w+|a (?:tu|la) medida|excelencia|únic[oa]s?|
llave en mano|tu aliado|revolucion\w+|de clase mundial|vanguardia|futuro|sueñ\w+|transform\w+|tranquilidad|
visibilidad\.|integral\w*|excelente)""",
    "numerals": r"""\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|
dieciséis|veinte|treinta|cuarenta|cincuenta|sesenta|cien|ciento|mil|docena|mitad|tercio|cuarto|doble)\b""",
    "jobs_heading": r"""^empleo|ofertas? de empleo|vacantes|bolsa de|trabaja (?:con|en)|trabajar (?:con|en)|únete|
únase|talento""",
    "benefit_heading": r"""por qué (?:elegir|nosotros|trabajar|confiar|contar)|ventajas|razones|beneficios|
lo que ganas""",
    "dangling": r"\b(?:para|de|con|por|a|sin) (?:eso|esto|ello|aquello)[.!]?$",
    "refuses": r"""\bno (?:trabajamos|hacemos|vendemos|atendemos|ofrecemos|alquilamos|fabricamos|instalamos|cubrimos)\b|
no (?:está|están) (?:homologad|indicad)""",
    "rule": r"""\b(?:debe|deben|no puede|no pueden|obligatori[oa]s?|exigen?|prohíbe\w*|prohibid[oa]s?|obliga|
es necesario)\b""",
}
