// Fictional accessibility toolbar of the demo site: a layer over the page mends nothing in it.
function openWza(){document.body.className='wza-on'}function closeFloat(){document.getElementById('float').style.display='none'}function doZoom(n){document.body.style.fontSize=n+'px'}
